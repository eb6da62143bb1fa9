import * as React from 'react';
import type { Span } from '../../../model/formula';
import { useStrings } from '../../../strings/StringsContext';
import { describeValue } from './describeValue';
import { valueAt } from './valueAt';

export interface PartResultProps {
  readonly formula: string;
  /** Undefined until somebody has been in the text. */
  readonly selection: Span | undefined;
  readonly data: unknown;
}

/** What the part at the cursor, or the selected one, gives by itself. */
export function PartResult({ formula, selection, data }: PartResultProps): React.ReactElement {
  const strings = useStrings();
  const part = React.useMemo(
    () => selection && valueAt(formula, selection, data),
    [formula, selection, data],
  );
  if (!part || part.text === formula.trim()) return <p className="formula-part" />;
  return (
    <p className="formula-part">
      {strings.rich(part.isExample ? 'FormulaPartExample' : 'FormulaPart', {
        part: <code key="part">{part.text}</code>,
        value: <strong key="value">{describeValue(part.value, strings)}</strong>,
      })}
    </p>
  );
}
