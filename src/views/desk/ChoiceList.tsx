import * as React from 'react';
import type { StoredChoice } from '../../schema/boardDocuments';
import { everything } from '../../model/metric/boardVariables';
import { styled, themeGet } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';
import type { ShownVariable } from '../board/bindTiles';

export interface ChoiceListProps {
  readonly variable: ShownVariable;
  readonly title: string;
  /** All there is to choose from. */
  readonly there: readonly string[];
  /** What is chosen and not there any more. */
  readonly gone: readonly string[];
  readonly onChoose: (value: StoredChoice) => void;
  /** Somebody pointed at the one that is wanted. */
  readonly onDone: () => void;
}

/** More than so many are searched and not only looked through. */
const fewNames = 8;

/** The names that a variable offers: one of them or, where the board says so, several; of queues all, too. */
export function ChoiceList({
  variable,
  title,
  there,
  gone,
  onChoose,
  onDone,
}: ChoiceListProps): React.ReactElement {
  const { text, locale } = useStrings();
  const { type, several, chosen } = variable;
  const [search, setSearch] = React.useState('');
  const group = React.useRef(`choices-${(groups += 1)}`).current;
  const wanted = search.trim().toLocaleLowerCase(locale);
  const found = there.filter((name) => name.toLocaleLowerCase(locale).includes(wanted));
  const names = chosen === undefined || chosen === everything ? [] : [chosen].flat().map(String);
  const toggle = (name: string, isChosen: boolean): void => {
    const left = there.filter((other) => (other === name ? isChosen : names.includes(other)));
    const [first, ...others] = left;
    if (first !== undefined) onChoose(others.length > 0 ? left : first);
    else if (type === 'queue') onChoose(everything);
  };
  const pick = (value: string) => ({
    type: 'radio' as const,
    name: group,
    onChange: () => onChoose(value),
    // Arrow keys go through them one by one, and are no decision.
    onClick: ({ detail }: React.MouseEvent) => {
      if (detail > 0) onDone();
    },
  });

  return (
    <List>
      <legend>{title}</legend>
      {gone.length > 0 ? (
        <p role="status">{text('ChoiceGoneCure', { names: gone.map((name) => `"${name}"`).join(', ') })}</p>
      ) : null}
      {there.length > fewNames ? (
        <input
          type="search"
          aria-label={text('ChoiceSearch')}
          placeholder={text('Search')}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.key !== 'Enter' || first === undefined || wanted === '') return;
            if (several) toggle(first, true);
            else onChoose(first);
            onDone();
          }}
        />
      ) : null}
      {type === 'queue' && wanted === '' ? (
        <label>
          <input {...pick(everything)} checked={chosen === everything} /> <b>{text('ChoiceAllQueues')}</b>
        </label>
      ) : null}
      <div className="names">
        {found.map((name) => (
          <label key={name} dir="auto">
            {several ? (
              <input
                type="checkbox"
                checked={names.includes(name)}
                onChange={({ target }) => toggle(name, target.checked)}
              />
            ) : (
              <input {...pick(name)} checked={names.includes(name)} />
            )}{' '}
            {name}
          </label>
        ))}
      </div>
      {found.length === 0 ? (
        <p role="status">
          {there.length === 0 ? text('ChoiceNone') : text('ChoiceNotFound', { search: search.trim() })}
        </p>
      ) : null}
    </List>
  );
}

/** Radio buttons of one list need a name that no other list has. */
let groups = 0;

const List = styled('fieldset')`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 0.5rem;
  min-width: 12rem;
  margin: 0;
  padding: 0;
  border: 0;
  legend {
    padding: 0;
    margin-bottom: 0.5rem;
    font-weight: 700;
  }
  .names {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25rem;
    max-height: min(20rem, 50vh);
    overflow-y: auto;
  }
  label {
    padding: 0.125rem;
  }
  input[type='search'] {
    height: 2.25rem;
    padding: 0 0.75rem;
    border: 1px solid ${themeGet('borderColors.colorBorder')};
    border-radius: 6px;
    color: inherit;
    background: ${themeGet('backgroundColors.colorBackgroundBody')};
    font: inherit;
  }
`;
