import { performance } from 'node:perf_hooks';
import type { EditingCommand } from '../src/views/editor/draft/EditingCommand';
import { beginEditing, documentsOf } from '../src/views/editor/draft/EditingSession';
import { edit } from '../src/views/editor/draft/edit';
import type { BoardDocuments } from '../src/model/board/BoardDocuments';
import type { BenchReport } from './BenchReport';

const counts = [125, 250, 500, 1000];
const roundsOfAll = 10;
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

/** All boards in turn, so that they meet the same machine. */
function measure(commandOf: (count: number) => EditingCommand) {
  const rounds = Array.from({ length: roundsOfAll }, () =>
    counts.map((count) => milliseconds(count, commandOf(count))),
  );
  const doublings = counts.length - 1;
  const growths = rounds.map((times) => ((times[doublings] ?? NaN) / (times[0] ?? NaN)) ** (1 / doublings));
  return {
    medians: counts.map((_, index) => median(rounds.map((times) => times[index] ?? NaN))),
    growth: median(growths),
    least: Math.min(...growths),
    most: Math.max(...growths),
  };
}

export async function run(): Promise<BenchReport> {
  // What runs for the first time is compiled.
  for (const [, commandOf] of commands) for (let i = 0; i < 10; i += 1) milliseconds(500, commandOf(500));
  const measured = commands.map(([name, commandOf]) => ({ name, ...measure(commandOf) }));
  for (const { name, growth } of measured)
    if (growth > mostPerDoubling)
      throw new Error(
        `To ${name} takes ${growth.toFixed(2)} times as long for each doubling of the tiles; it may take ${mostPerDoubling} times.`,
      );
  return {
    tables: [
      {
        title: `Editing a board: milliseconds of a command with its documents, median of ${roundsOfAll} rounds`,
        columns: ['what', ...counts.map((count) => `${count} tiles`), 'times per doubling', 'least to most'],
        rows: measured.map(({ name, medians, growth, least, most }) => [
          name,
          ...medians.map((time) => time.toFixed(2)),
          growth.toFixed(2),
          `${least.toFixed(2)} to ${most.toFixed(2)}`,
        ]),
      },
    ],
    figures: { measured },
  };
}
