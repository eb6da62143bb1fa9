import { readFileSync } from 'node:fs';
import path from 'node:path';
import { boardDocumentName, boardsName, isBoardDocumentName } from '../../persistence/boardNames';
import type { JsonObject } from './BoardDocuments';
import { parseBoard } from './parseBoard';
import { toDocuments } from './toDocuments';

const page = readFileSync(path.resolve(__dirname, '../../../docs/boards.md'), 'utf8');
const [list, document] = [...page.matchAll(/```json\n([^]*?)```/g)].map(
  ([, json = '']) => JSON.parse(json) as JsonObject,
);

describe('docs/boards.md', () => {
  it('shows a list and a board that are read, and written, as they are there', () => {
    const documents = {
      definitions: [{ name: 'dashboard-definitions', value: { waiting: { metric: { label: 'Waiting' } } } }],
      board: { name: 'dashboard-board', value: undefined },
      index: { name: 'dashboard-boards', value: list },
      layout: { name: 'dashboard-board-k3f9x2ab', value: document },
    };
    const { id, sections } = parseBoard(documents);
    expect(id).toBe('k3f9x2ab');
    expect(
      sections.map(({ name, tiles }) => [
        name,
        tiles.map(({ key, span, label }) => [key, span.columns, label]),
      ]),
    ).toEqual([
      [undefined, []],
      [
        'Now',
        [
          ['waiting', 4, undefined],
          ['waiting-2', 2, 'Waiting (all)'],
        ],
      ],
    ]);
    expect(
      toDocuments({ ...parseBoard(documents), settings: { title: 'T' } }, documents).layout?.value,
    ).toEqual(document);
  });

  it('names the documents as they are named', () => {
    expect(page).toContain(
      `\`${boardsName('sales-board')}\` and a board is \`${boardDocumentName('sales-board', 'k3f9x2ab')}\``,
    );
    expect(isBoardDocumentName('dashboard-board', 'dashboard-board-k3f9x2ab')).toBe(true);
    expect(page).toContain('The document `dashboard-boards`.');
  });
});
