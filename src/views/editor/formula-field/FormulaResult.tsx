import * as React from 'react';
import { useStrings } from '../../../strings/StringsContext';
import type { FormulaCheck } from './checkFormula';
import { describeValue } from './describeValue';

export interface FormulaResultProps {
  /** Of the text box. */
  readonly id: string;
  readonly check: FormulaCheck;
  /** What is wrong, once it is time to say so. */
  readonly problem: string | undefined;
}

/** What the formula gives now, and what is wrong with it. Only the latter is read out when it changes. */
export function FormulaResult({ id, check, problem }: FormulaResultProps): React.ReactElement {
  const strings = useStrings();
  const shown =
    check.kind === 'value'
      ? describeValue(check.value, strings)
      : check.kind === 'no-data'
        ? strings.text('NoDataYet')
        : '…';
  return (
    <>
      <p id={`${id}-problem`} className="formula-problem" aria-live="polite">
        {problem ?? ''}
      </p>
      <p id={`${id}-value`} className="formula-value">
        {problem !== undefined && check.kind === 'problem' ? null : (
          <>
            {strings.text('FormulaGivesNow')} <strong>{shown}</strong>
          </>
        )}
      </p>
    </>
  );
}
