import * as React from 'react';
import { useStrings } from '../../../strings/StringsContext';
import { changesOf } from '../draft/changesOf';
import type { EditingSession } from '../draft/EditingSession';
import { describeChange } from './describeChange';

/** What saving would change, a line for each metric and setting. */
export function ChangeList({ session }: { session: EditingSession }): React.ReactElement {
  const strings = useStrings();
  return (
    <ul>
      {changesOf(session).map((change) => (
        <li key={`${change.kind} ${change.key}`}>{describeChange(change, strings)}</li>
      ))}
    </ul>
  );
}
