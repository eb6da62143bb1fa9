import * as React from 'react';
import type { StoredChoice } from '../../../schema/boardDocuments';
import type { ShownVariable } from '../../board/bindTiles';
import { choicesOf, chosenInWords, titleOfVariable } from '../../board/describeChoices';
import { everything } from '../../../model/metric/boardVariables';
import type { Fixed } from '../../../model/board/Board';
import { useStrings } from '../../../strings/StringsContext';
import { NumberInput } from './NumberInput';

export interface FixedChoicesProps {
  /** Those of the board that the tile reads. */
  readonly variables: readonly ShownVariable[];
  readonly fixed: Fixed | undefined;
  readonly data: unknown;
  readonly onChange: (fixed: Fixed | undefined) => void;
}

/** What is chosen for this tile alone, whatever is chosen on the board; nothing where it reads no choice. */
export function FixedChoices({
  variables,
  fixed = {},
  data,
  onChange,
}: FixedChoicesProps): React.ReactElement | null {
  const strings = useStrings();
  const { text } = strings;
  if (variables.length === 0) return null;
  const fix = (name: string, value: StoredChoice | undefined): void => {
    const { [name]: _before, ...others } = fixed;
    const next = value === undefined ? others : { ...others, [name]: value };
    onChange(Object.keys(next).length > 0 ? next : undefined);
  };
  return (
    <fieldset>
      <legend>{text('FixedChoices')}</legend>
      {variables.map((variable) => {
        const { name, type } = variable;
        const title = titleOfVariable(variable, strings);
        // A choice may be called as what all objects have.
        const value = Object.prototype.hasOwnProperty.call(fixed, name) ? fixed[name] : undefined;
        const chosen = chosenInWords(variable, variable.chosen, strings) ?? text('FixedNothing');
        if (type === 'number')
          return (
            <NumberInput
              key={name}
              label={title}
              saved={value}
              kind="number"
              placeholder={text('FixedAsOnBoard', { chosen })}
              onChange={(number) => fix(name, number)}
            />
          );
        const there = choicesOf(variable, data) ?? [];
        const isGone = value !== undefined && value !== everything && !there.includes(String(value));
        return (
          <label key={name}>
            {title}
            <select
              value={value === undefined ? '' : String(value)}
              onChange={({ target }) => fix(name, target.value || undefined)}
            >
              <option value="">{text('FixedAsOnBoard', { chosen })}</option>
              {type === 'queue' ? <option value={everything}>{text('ChoiceAllQueues')}</option> : null}
              {isGone ? <option value={String(value)}>{String(value)}</option> : null}
              {there.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
          </label>
        );
      })}
    </fieldset>
  );
}
