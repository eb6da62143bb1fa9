import * as React from 'react';
import { useStrings } from '../../strings/StringsContext';
import { numberFrom, textOf } from './fieldValues';

export interface NumberFieldProps {
  readonly label: string;
  /** What is saved, a number or not. */
  readonly saved: unknown;
  readonly max?: number;
  readonly onChange: (value: number | undefined) => void;
}

/**
 * A number from 0. What is being typed stays as it is, `0.` for one, which is no other number than `0`. A field of text, as
 * the browser's own field of numbers changes under a mouse wheel and takes away the comma of `0,5`.
 */
export function NumberField({ label, saved, max, onChange }: NumberFieldProps): React.ReactElement {
  const { text } = useStrings();
  const [typed, setTyped] = React.useState<string>();
  const shown =
    typed !== undefined && numberFrom(typed) === numberFrom(textOf(saved)) ? typed : textOf(saved);
  const isWrong = shown.trim() !== '' && !isWithin(numberFrom(shown), max);
  return (
    <label>
      {label}
      <input
        inputMode="decimal"
        value={shown}
        aria-invalid={isWrong}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(numberFrom(event.target.value));
        }}
      />
      {isWrong ? <span role="alert">{text('WorkbenchNumberWrong')}</span> : null}
    </label>
  );
}

const isWithin = (value: number | undefined, max = Infinity): boolean =>
  value !== undefined && value >= 0 && value <= max;
