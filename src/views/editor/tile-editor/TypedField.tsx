import * as React from 'react';
import { sameJson } from '../../../persistence/sameJson';
import type { TextKey } from '../../../strings/TextKey';
import { useStrings } from '../../../strings/StringsContext';
import type { Typed, TypedProblem } from './typedNumber';

export interface TypedFieldProps<Value> {
  readonly label: string;
  /** What is saved, whatever it is, as it would be typed. */
  readonly written: string;
  readonly saved: unknown;
  readonly read: (typed: string) => Typed<Value>;
  /** Called with what could be read; what cannot stays in the field. */
  readonly onChange: (value: Value | undefined) => void;
  readonly placeholder?: string | undefined;
  /** A list of what is likely meant. */
  readonly likely?: readonly string[];
}

const problems = {
  number: 'TypedNumber',
  any: 'TypedNumber',
  percent: 'TypedPercent',
  time: 'TypedTime',
  separator: 'TypedSeparator',
  band: 'TypedBand',
  zone: 'TypedZone',
  needed: 'TypedNeeded',
  taken: 'TypedTaken',
} as const satisfies Readonly<Record<TypedProblem, TextKey>>;

/**
 * A field for what people type in more than one way. What is being typed stays as it is; what cannot be read stays too, with
 * the reason beside it, and changes nothing.
 */
export function TypedField<Value>({
  label,
  written,
  saved,
  read,
  onChange,
  placeholder,
  likely,
}: TypedFieldProps<Value>): React.ReactElement {
  const { text } = useStrings();
  const [typed, setTyped] = React.useState<string>();
  const [id] = React.useState(newId);
  const result = typed === undefined ? undefined : read(typed);
  const isUnread = result !== undefined && 'problem' in result;
  const isTyped = result !== undefined && (isUnread || sameJson(result.value, saved ?? undefined));
  const shown = isTyped && typed !== undefined ? typed : written;
  const judged = read(shown);
  const problem = 'problem' in judged ? text(problems[judged.problem]) : undefined;
  return (
    <div>
      <label>
        {label}
        <input
          dir="auto"
          value={shown}
          placeholder={placeholder}
          list={likely && `${id}-likely`}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : id}
          data-unread={isUnread ? '' : undefined}
          onBlur={() => isUnread || setTyped(undefined)}
          onChange={({ target }) => {
            setTyped(target.value);
            const now = read(target.value);
            if (!('problem' in now)) onChange(now.value);
          }}
        />
        {likely ? (
          <datalist id={`${id}-likely`}>
            {likely.map((value) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        ) : null}
      </label>
      {problem === undefined ? null : (
        <span id={id} role="alert" className="field-problem">
          {problem}
        </span>
      )}
    </div>
  );
}

let count = 0;
const newId = (): string => `typed-${(count += 1)}`;
