import * as React from 'react';
import { numberFrom, textOf } from './fieldValues';

export interface NumberFieldProps {
  readonly label: string;
  /** What is saved, a number or not. */
  readonly saved: unknown;
  readonly max?: number;
  readonly onChange: (value: number | undefined) => void;
}

/** A number from 0. What is being typed stays as it is, `0.` for one, which is no other number than `0`. */
export function NumberField({ label, saved, max, onChange }: NumberFieldProps): React.ReactElement {
  const [typed, setTyped] = React.useState<string>();
  const shown =
    typed !== undefined && numberFrom(typed) === numberFrom(textOf(saved)) ? typed : textOf(saved);
  return (
    <label>
      {label}
      <input
        type="number"
        min={0}
        max={max}
        step="any"
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(numberFrom(event.target.value));
        }}
      />
    </label>
  );
}
