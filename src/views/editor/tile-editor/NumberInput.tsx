import * as React from 'react';
import { useStrings } from '../../../strings/StringsContext';
import { TypedField } from './TypedField';
import { readTypedNumber, writeNumber, type NumberKind, type Typed } from './typedNumber';

export interface NumberInputProps {
  readonly label: string;
  /** What is saved, a number or not. */
  readonly saved: unknown;
  readonly kind: NumberKind;
  readonly unit?: string | undefined;
  /** @default any number will do */
  readonly least?: number;
  readonly placeholder?: string;
  readonly onChange: (value: number | undefined) => void;
}

/** A number in the way that people type it. */
export function NumberInput({
  saved,
  kind,
  unit,
  least = -Infinity,
  ...field
}: NumberInputProps): React.ReactElement {
  const { locale } = useStrings();
  const read = (typed: string): Typed<number> => {
    const result = readTypedNumber(typed, kind, unit);
    return 'value' in result && (result.value ?? least) < least ? { problem: kind } : result;
  };
  return <TypedField {...field} saved={saved} written={writeNumber(saved, kind, locale)} read={read} />;
}
