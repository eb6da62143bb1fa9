import * as React from 'react';
import { useStrings } from '../../../strings/StringsContext';

/** Which keys do what in a formula. */
export function FormulaKeys(): React.ReactElement {
  const { text } = useStrings();
  const isMac = /Mac|iP(hone|ad|od)/.test(navigator.platform);
  const [suggest, undo] = isMac ? ['⌥ ↓', '⌘ Z'] : ['Ctrl Space', 'Ctrl Z'];
  return (
    <details className="formula-keys">
      <summary>{text('FormulaKeys')}</summary>
      <ul>
        <li>{text('FormulaKeysSuggest', { keys: suggest })}</li>
        <li>{text('FormulaKeysLeave')}</li>
        <li>{text('FormulaKeysUndo', { keys: undo })}</li>
        <li>{text('FormulaKeysSelect')}</li>
      </ul>
    </details>
  );
}
