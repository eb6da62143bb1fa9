import type { Strings } from '../../../strings/Strings';
import type { Change } from '../draft/changesOf';

export function describeChange(change: Change, { text }: Strings): string {
  if (change.kind === 'setting' && change.key === 'variables') return text('VariablesTitle');
  if (change.kind === 'setting' && change.key === 'playlist') return text('PlaylistTitle');
  if (change.kind === 'setting') return text('EditSettingChanged', { name: change.key });
  const { label } = change;
  if (change.kind === 'tile') return text(tileTexts[change.change], { label });
  if (change.kind === 'board') return text(boardTexts[change.change], { label });
  const { fields } = change;
  switch (change.change) {
    case 'added':
      return text('EditMetricAdded', { label });
    case 'removed':
      return text('EditMetricRemoved', { label });
    case 'changed':
      return text('EditMetricChanged', { label, fields: fields.join(', ') });
  }
}

const boardTexts = {
  added: 'EditBoardAdded',
  removed: 'EditBoardRemoved',
  renamed: 'EditBoardRenamed',
  moved: 'EditBoardMoved',
  deleted: 'EditBoardDeleted',
  restored: 'EditBoardRestored',
  changed: 'EditBoardChanged',
} as const;

const tileTexts = {
  added: 'EditTileAdded',
  removed: 'EditTileRemoved',
  moved: 'EditTileMoved',
  changed: 'EditTileChanged',
} as const;
