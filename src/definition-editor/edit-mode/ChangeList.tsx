import * as React from 'react';
import { useStrings } from '../../strings/StringsContext';
import { changesOf } from '../session/changesOf';
import type { EditingSession } from '../session/EditingSession';
import { changeInWords } from './changeInWords';

/** What saving would change, a line for each metric and setting. */
export function ChangeList({ session }: { session: EditingSession }): React.ReactElement {
  const strings = useStrings();
  return (
    <ul>
      {changesOf(session).map((change) => (
        <li key={`${change.kind} ${change.key}`}>{changeInWords(change, strings)}</li>
      ))}
    </ul>
  );
}
