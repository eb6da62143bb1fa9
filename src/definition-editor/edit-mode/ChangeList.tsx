import * as React from 'react';
import type { Strings } from '../../strings/Strings';
import { useStrings } from '../../strings/StringsContext';
import { changesOf, type Change } from '../session/changesOf';
import type { EditingSession } from '../session/EditingSession';

/** What saving would change, a line for each metric and setting. */
export function ChangeList({ session }: { session: EditingSession }): React.ReactElement {
  const strings = useStrings();
  return (
    <ul>
      {changesOf(session).map((change) => (
        <li key={`${change.kind} ${change.key}`}>{inWords(change, strings)}</li>
      ))}
    </ul>
  );
}

function inWords(change: Change, { text }: Strings): string {
  if (change.kind === 'setting') return text('EditSettingChanged', { name: change.key });
  const { label, fields } = change;
  switch (change.change) {
    case 'added':
      return text('EditMetricAdded', { label });
    case 'removed':
      return text('EditMetricRemoved', { label });
    case 'changed':
      return text('EditMetricChanged', { label, fields: fields.join(', ') });
  }
}
