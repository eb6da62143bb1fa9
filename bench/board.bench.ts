import { performance } from 'node:perf_hooks';
import type { EditingCommand } from '../src/definition-editor/session/EditingCommand';
import { beginEditing, documentsOf } from '../src/definition-editor/session/EditingSession';
import { edit } from '../src/definition-editor/session/edit';
import type { BoardDocuments } from '../src/model/board/BoardDocuments';
import type { BenchReport } from './BenchReport';

const counts = [125, 250, 500, 1000];
const pairs = 10;
/** Boards of each measurement, of which the quickest counts: nothing came in between then. */
const repetitions = 20;
/** So many times as long may twice as many tiles take. */
const mostPerDoubling = 2.2;

/** Five sections in as many documents as they need, as a board of so many tiles is saved. */
function boardOf(count: number): BoardDocuments {
  const perDocument = 90;
  const entry = (index: number) => ({
    metric: {
      label: `Tile ${index}`,
      formula: `waiting("Queue ${index}")`,
      format: 'number',
      firstThresholdValue: 5,
      secondThresholdValue: 10,
      section: `Section ${Math.floor((index * 5) / count)}`,
      order: index + 1,
    },
  });
  const definitions = Array.from({ length: Math.ceil(count / perDocument) }, (_, document) => ({
    name: document === 0 ? 'dashboard-definitions' : `dashboard-definitions-${document + 1}`,
    value: Object.fromEntries(
      Array.from({ length: Math.min(perDocument, count - document * perDocument) }, (_entry, index) => {
        const number = document * perDocument + index;
        return [`tile-${number}`, entry(number)];
      }),
    ),
  }));
  const definitionDocuments = definitions.slice(1).map(({ name }) => name);
  return { definitions, board: { name: 'dashboard-board', value: { definitionDocuments } } };
}

/** A fifth of the tiles, and one of them past a tenth of the board. */
const commands: readonly (readonly [string, (count: number) => EditingCommand])[] = [
  ['remove a section of a fifth', () => ({ type: 'remove-section', section: 'Section 2' })],
  [
    'move one tile',
    (count) => ({
      type: 'move-tile',
      key: 'tile-1',
      place: { section: 'Section 0', before: `tile-${Math.floor(count / 10)}` },
    }),
  ],
];

/** Milliseconds of one command, with the documents that it makes for the preview and for saving. */
function milliseconds(count: number, command: EditingCommand): number {
  const times = Array.from({ length: repetitions }, () => {
    const session = beginEditing(boardOf(count));
    const start = performance.now();
    documentsOf(edit(session, command));
    return performance.now() - start;
  });
  return Math.min(...times);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** A board and one of twice as many tiles in turn, so that both meet the same machine. */
function compare(count: number, commandOf: (count: number) => EditingCommand) {
  const measured = Array.from({ length: pairs }, () => {
    const once = milliseconds(count, commandOf(count));
    const twice = milliseconds(2 * count, commandOf(2 * count));
    return { once, twice, ratio: twice / once };
  });
  const ratios = measured.map(({ ratio }) => ratio);
  return {
    once: median(measured.map(({ once }) => once)),
    twice: median(measured.map(({ twice }) => twice)),
    ratio: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
  };
}

export async function run(): Promise<BenchReport> {
  // What runs for the first time is compiled.
  for (const [, commandOf] of commands) for (let i = 0; i < 10; i += 1) milliseconds(500, commandOf(500));
  const compared = commands.flatMap(([name, commandOf]) =>
    counts.slice(0, -1).map((count) => ({ name, count, ...compare(count, commandOf) })),
  );
  for (const { name, count, ratio } of compared)
    if (ratio > mostPerDoubling)
      throw new Error(
        `To ${name} takes ${ratio.toFixed(2)} times as long at ${2 * count} tiles as at ${count}; it may take ${mostPerDoubling} times.`,
      );
  return {
    tables: [
      {
        title: `Editing a board: a command with its documents, median of ${pairs} pairs`,
        columns: ['what', 'tiles', 'milliseconds', 'at twice as many', 'ratio', 'least to most'],
        rows: compared.map(({ name, count, once, twice, ratio, least, most }) => [
          name,
          String(count),
          once.toFixed(2),
          twice.toFixed(2),
          ratio.toFixed(2),
          `${least.toFixed(2)} to ${most.toFixed(2)}`,
        ]),
      },
    ],
    figures: { compared },
  };
}
