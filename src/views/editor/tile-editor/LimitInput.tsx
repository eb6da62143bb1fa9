import * as React from 'react';
import { useStrings } from '../../../strings/StringsContext';
import { TypedField } from './TypedField';
import { readTypedLimit, writeNumber, type NumberKind } from './typedNumber';

export interface LimitInputProps {
  readonly label: string;
  /** What is saved, whatever it is. */
  readonly saved: unknown;
  readonly kind: NumberKind;
  readonly unit?: string | undefined;
  /** Whether the tile may show words, which a threshold can be too. */
  readonly mayBeText?: boolean;
  readonly onChange: (limit: number | string | undefined) => void;
}

/** A threshold, in the way that people type it. */
export function LimitInput({
  saved,
  kind,
  unit,
  mayBeText = false,
  ...field
}: LimitInputProps): React.ReactElement {
  const { locale } = useStrings();
  return (
    <TypedField
      {...field}
      saved={saved}
      written={writeNumber(saved, kind, locale)}
      read={(typed) => readTypedLimit(typed, kind, { unit, mayBeText })}
    />
  );
}
