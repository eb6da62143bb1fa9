import * as React from 'react';
import type { StoredChoice } from '../../schema/boardDocuments';
import { styled, themeGet } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';
import { Disclosure } from '../../ui/Disclosure';
import type { ShownVariable } from '../board/bindTiles';
import type { BoardModel } from '../board/BoardModel';
import { ChoiceList } from './ChoiceList';
import { choicesOf, chosenInWords, goneOf, titleOfVariable } from '../board/describeChoices';
import { NumberChoice } from './NumberChoice';
import { useStore } from '../board/useStore';
import { useSelected } from '../board/useSelected';

/** The choices of a board in a row; nothing where it has none. What is chosen is in the address from then on. */
export function BoardChoices({ board }: { readonly board: BoardModel }): React.ReactElement | null {
  const { text } = useStrings();
  const { variables } = useStore(board.layout);
  React.useEffect(() => board.showChoices(), [board, variables]);
  if (variables.length === 0) return null;
  return (
    <Row className="board-choices" role="group" aria-label={text('Choices')}>
      {variables.map((variable) => (
        <VariableChoice key={variable.name} variable={variable} board={board} />
      ))}
    </Row>
  );
}

interface VariableChoiceProps {
  readonly variable: ShownVariable;
  readonly board: BoardModel;
}

function VariableChoice({ variable, board }: VariableChoiceProps): React.ReactElement {
  const strings = useStrings();
  const { text } = strings;
  const { name, type, chosen } = variable;
  const read = React.useCallback(() => choicesOf(variable, board.moment().data), [variable, board]);
  const there = useSelected(board.status, read);
  const gone = goneOf(variable, there);
  const title = titleOfVariable(variable, strings);
  const value =
    gone.length > 0
      ? text('ChoiceGone', { names: gone.join(', ') })
      : (chosenInWords(variable, chosen, strings) ?? text('ChoiceOpen'));
  const choose = (wanted: StoredChoice): void => board.choose(name, wanted);
  const state = gone.length > 0 ? 'gone' : chosen === undefined ? 'open' : undefined;
  return (
    <Disclosure
      name={`${title}: ${value}`}
      className={state}
      button={
        <>
          <span className="choice-title">{title}</span>
          <bdi className="choice-value" title={value}>
            {value}
          </bdi>
          <svg viewBox="0 0 10 6" aria-hidden="true" focusable="false">
            <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </>
      }
    >
      {(close) =>
        type === 'number' ? (
          <NumberChoice title={title} value={chosen} onChoose={choose} />
        ) : (
          <ChoiceList
            variable={variable}
            title={title}
            there={there ?? []}
            gone={gone}
            onChoose={choose}
            onDone={close}
          />
        )
      }
    </Disclosure>
  );
}

const Row = styled('div')`
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 0.5rem;
  margin-top: 0.5rem;
  > div {
    max-width: 100%;
  }
  > div > button {
    border-color: ${themeGet('borderColors.colorBorder')};
    background: ${themeGet('backgroundColors.colorBackgroundBody')};
  }
  > .gone > button,
  > .open > button {
    border: 2px solid ${themeGet('borderColors.colorBorderError')};
  }
  > .open > button {
    border-color: ${themeGet('borderColors.colorBorderPrimary')};
  }
  > div > .panel {
    right: auto;
    left: 0;
  }
  .choice-title {
    flex: none;
    color: ${themeGet('textColors.colorTextWeak')};
    font-weight: 400;
  }
  .choice-value {
    min-width: 0;
    max-width: 18rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  svg {
    flex: none;
    width: 0.625rem;
  }
`;
