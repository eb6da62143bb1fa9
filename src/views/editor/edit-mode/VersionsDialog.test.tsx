import { fireEvent, screen } from '@testing-library/react';
import * as React from 'react';
import { memorySources } from '../../../sources/memory/memorySources';
import type { JsonObject } from '../../../persistence/DocumentService';
import { renderInPaste } from '../../../testing/renderInPaste';
import { aBoard, aDocument } from '../draft/testing/aBoard';
import { memoryDefinitionStore } from '../repository/memoryDefinitionStore';
import { EditingModel } from '../editing/EditingModel';
import { VersionsDialog } from './VersionsDialog';

const names = { definitions: 'dashboard-definitions', board: 'dashboard-board' };

it.each(['yesterday', '2026-13-45', '+275760-09-13T00:00:00.001Z'])(
  'lists a version whose time is %s as one of unknown time',
  async (saved_at) => {
    const versions = [{ id: 'a', saved_at, copies: { 'dashboard-definitions': 'a' } }];
    const documents = new Map([['dashboard-definitions-versions', { versions }]]);
    const model = new EditingModel(
      memorySources(),
      memoryDefinitionStore({ names, documents }),
      aBoard({ a: {} }),
      'ann',
    );
    renderInPaste(<VersionsDialog model={model} documents={names} onClose={() => undefined} />);
    expect(await screen.findByRole('button', { name: /^time unknown, / })).toBeTruthy();
    model.end();
  },
);

describe('a version of one of several boards', () => {
  const boards = { boards: [{ id: 'first001' }, { id: 'second01', title: 'Second' }] };
  const layout = { sections: [{ tiles: [{ key: 'a', visual: { kind: 'number', metric: 'a' } }] }] };
  const name = 'dashboard-board-first001';

  it('asks before it changes a metric that another board shows', async () => {
    const begun = {
      ...aBoard({ a: { label: 'Now' } }),
      layout: { name, value: layout },
      index: { name: 'dashboard-boards', value: boards },
    };
    const documents = new Map<string, JsonObject>([
      ['dashboard-boards', boards],
      ['dashboard-definitions', aDocument({ a: { label: 'Now' } })],
      ['dashboard-definitions-version-v1', aDocument({ a: { label: 'Then' } })],
      [name, layout],
      ['dashboard-board-second01', layout],
      [
        `${name}-versions`,
        {
          versions: [
            { id: 'v1', saved_at: '2026-11-01T10:00:00Z', copies: { 'dashboard-definitions': 'v1' } },
          ],
        },
      ],
    ]);
    const store = memoryDefinitionStore({ names, documents });
    const model = new EditingModel(memorySources(), store, begun, 'ann');
    renderInPaste(<VersionsDialog model={model} documents={names} onClose={() => undefined} />);
    fireEvent.click(await screen.findByRole('button', { name: /2026/ }));
    expect(
      await screen.findByRole('group', { name: /^1 metric has changed since then.*: Now$/ }),
    ).toBeInTheDocument();
    expect(screen.getByLabelText('Keep as now')).toBeChecked();
    fireEvent.click(screen.getByLabelText('Restore a copy for this board only'));
    fireEvent.click(screen.getByRole('button', { name: 'Restore this version' }));
    const { metrics, sections } = model.session.current;
    expect(metrics.get('a')).toMatchObject({ metric: { label: 'Now' } });
    expect(metrics.get('a-2')).toMatchObject({ metric: { label: 'Then' } });
    expect(sections[0]?.tiles[0]?.visual.metric).toBe('a-2');
    model.end();
  });
});
