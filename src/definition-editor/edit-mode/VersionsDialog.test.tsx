import { screen } from '@testing-library/react';
import * as React from 'react';
import { memorySources } from '../../sources/memory/memorySources';
import { renderInPaste } from '../../testing/renderInPaste';
import { aBoard } from '../session/testing/aBoard';
import { memoryDefinitionStore } from '../store/memoryDefinitionStore';
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
