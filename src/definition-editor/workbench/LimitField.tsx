import * as React from 'react';
import { useStrings } from '../../strings/StringsContext';
import { limitFrom, looksLikeNumber, textOf } from './fieldValues';

export interface LimitFieldProps {
  readonly label: string;
  /** What is saved, whatever it is. */
  readonly saved: unknown;
  readonly onChange: (limit: number | string | undefined) => void;
}

/** A threshold: a number as people write it, or text that a tile may show. What is being typed stays as it is. */
export function LimitField({ label, saved, onChange }: LimitFieldProps): React.ReactElement {
  const { text } = useStrings();
  const [typed, setTyped] = React.useState<string>();
  const shown = typed !== undefined && limitFrom(typed) === (saved ?? undefined) ? typed : textOf(saved);
  const isDoubtful = looksLikeNumber(saved);
  return (
    <label>
      <span>{label}</span>
      <input
        dir="auto"
        value={shown}
        aria-invalid={isDoubtful}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(limitFrom(target.value));
        }}
      />
      {isDoubtful ? <span role="alert">{text('WorkbenchLimitIsText', { typed: textOf(saved) })}</span> : null}
    </label>
  );
}
