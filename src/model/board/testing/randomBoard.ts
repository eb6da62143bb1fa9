import type { MetricDefinition } from '../../../schema/metricDefinition';
import type { EditingCommand } from '../../../views/editor/draft/EditingCommand';
import type { Random } from '../../../testing/Random';
import { sectionsOf, type Board } from '../Board';
import type { BoardDocuments, JsonObject } from '../BoardDocuments';

export interface RandomBoardOptions {
  /** Whether there are entries that are no metric, places that are none, and keys that are in two documents. */
  readonly isStrange?: boolean;
  /** Characters of descriptions, at most: documents are full with long ones. @default 0 */
  readonly mostText?: number;
  /** Whether the board has a document of its own, and commands are given that need one. */
  readonly isOwn?: boolean;
  /** Whether it offers choices, metrics read them, and tiles fix them. */
  readonly hasChoices?: boolean;
}

const names = ['S1', 'S2', 'S3', 'S4'];
const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', '12', '7', '__proto__'];

/** Documents as an installation may have them. */
export function randomDocuments(
  random: Random,
  { isStrange = false, mostText = 0, isOwn = false, hasChoices = false }: RandomBoardOptions = {},
): BoardDocuments {
  const free = new Set(keys);
  const further = ['more', 'others'].slice(0, random.below(3));
  const ownMetrics = hasChoices && isOwn && random.chance(0.5) ? ['dashboard-metrics-1'] : [];
  const definitions = ['dashboard-definitions', ...further, ...ownMetrics].map((name) => {
    const entries = random.list(7, () => {
      const key = random.pick(isStrange ? keys : [...free]);
      free.delete(key);
      const isBroken = isStrange && random.chance(0.1);
      return [
        key,
        isBroken ? randomBroken(random) : randomEntry(random, isStrange, mostText, hasChoices),
      ] as const;
    });
    const isMissing = name !== 'dashboard-definitions' && random.chance(0.1);
    return { name, value: isMissing ? undefined : Object.fromEntries(entries) };
  });
  const settings: JsonObject = {
    ...(random.chance(0.5) && { title: 'T' }),
    ...(random.chance(0.3) && { later: [1] }),
    ...(random.chance(0.6) && { sections: randomSections(random, isStrange) }),
    ...(further.length > 0 && { definitionDocuments: further }),
  };
  const isThere = Object.keys(settings).length > 0 || random.chance(0.5);
  const board = { name: 'dashboard-board', value: isThere ? settings : undefined };
  if (!isOwn) return { definitions, board };
  const metrics = definitions.flatMap(({ value = {} }) => Object.keys(value));
  const index = { later: [1], boards: [{ id: 'k3f9x2ab', title: 'Main', later: 2 }] };
  return {
    definitions,
    board,
    index: { name: 'dashboard-boards', value: index },
    layout: {
      name: 'dashboard-board-k3f9x2ab',
      value: {
        ...randomLayout(random, metrics, isStrange, hasChoices),
        ...(ownMetrics.length > 0 && { documents: ownMetrics }),
        ...(hasChoices && { variables: [randomVariable(random)] }),
      },
    },
  };
}

/** The document of a board, with metrics on no tile, on several, and tiles of metrics that nobody knows. */
function randomLayout(
  random: Random,
  metrics: readonly string[],
  isStrange: boolean,
  hasChoices: boolean,
): JsonObject {
  const tileKeys = ['t1', 't2', 't3', 't4', 't5', ...keys];
  const free = new Set(tileKeys);
  const tile = (): unknown => {
    if (isStrange && random.chance(0.2))
      return random.pick<unknown>([
        'no tile',
        null,
        {},
        { key: 't1' },
        { visual: 7 },
        { key: 't2', visual: {} },
      ]);
    const key = random.pick([...free]);
    free.delete(key);
    return {
      key,
      visual: random.pick<JsonObject>([
        { kind: 'number', metric: random.pick([...metrics, 'gone']) },
        { kind: 'number', metric: random.pick([...metrics, 'gone']), later: 3 },
        { kind: 'of-tomorrow', rows: ['x'] },
      ]),
      ...(random.chance(0.4) && {
        span: random.pick<unknown>([{ columns: 4, rows: 1 }, { columns: 3, rows: 2 }, 7]),
      }),
      ...(random.chance(0.2) && { label: 'Own' }),
      ...(random.chance(0.2) && { later: { of: 'another version' } }),
      ...(hasChoices && random.chance(0.3) && { with: { queue: random.pick<unknown>(['VIP', 7, {}]) } }),
    };
  };
  const titles = new Set<unknown>([undefined, ...names]);
  const sections = random.list(4, (): unknown => {
    const title = random.pick([...titles]);
    titles.delete(title);
    if (isStrange && random.chance(0.1)) return random.pick<unknown>(['no section', 5, { tiles: 'none' }]);
    const tiles = random.list(4, tile);
    return { ...(title === undefined ? {} : { title }), tiles, ...(random.chance(0.3) && { later: 4 }) };
  });
  return { sections, ...(random.chance(0.5) && { later: { of: 'a board' } }) };
}

const randomBroken = (random: Random): unknown =>
  random.pick<unknown>(['no metric', null, 7, [], {}, { metric: 'none' }, { metric: null, owner: 'Ada' }]);

const randomSections = (random: Random, isStrange: boolean): unknown =>
  isStrange && random.chance(0.1)
    ? 'S1'
    : random.list(4, (): unknown =>
        isStrange && random.chance(0.15) ? random.pick<unknown>([' S1 ', '', 5]) : random.pick(names),
      );

const randomVariable = (random: Random): JsonObject => ({
  name: random.pick(['queue', 'limit']),
  type: random.pick(['queue', 'number', 'of-tomorrow']),
  ...(random.chance(0.3) && { later: 5 }),
});

function randomEntry(random: Random, isStrange: boolean, mostText: number, hasChoices = false): JsonObject {
  const orders: readonly unknown[] = [1, 2, 3, 3, 5, 8, 2.5, -4, 1.00000001, 1.00000002];
  const strangeOrders: readonly unknown[] = [...orders, 'first', null, 1e21, -1e300, 0];
  const order = random.chance(0.4) ? undefined : random.pick(isStrange ? strangeOrders : orders);
  const strangeSections: readonly unknown[] = [' S2 ', '', 5, null];
  const section = random.chance(0.3)
    ? undefined
    : isStrange && random.chance(0.1)
      ? random.pick(strangeSections)
      : random.pick(names);
  const size = random.chance(0.7) ? undefined : random.pick<unknown>(['small', 'wide', 'normal', 'huge']);
  const place = Object.entries({ section, order, size }).filter(([, value]) => value !== undefined);
  return {
    metric: {
      ...randomMetric(random, mostText, hasChoices),
      ...(random.chance(0.2) && { later: { of: 'another version' } }),
      ...Object.fromEntries(place),
    },
    ...(random.chance(0.2) && { owner: 'Ada' }),
  };
}

const randomMetric = (random: Random, mostText = 0, hasChoices = false): MetricDefinition => ({
  label: `L${random.below(100)}`,
  formula: hasChoices ? random.pick(['1 + 1', 'waiting(board.queue)', 'board.limit']) : '1 + 1',
  ...(mostText > 0 && { description: 'x'.repeat(random.below(mostText)) }),
});

/** A command about what is on the board, and now and then about what is not. */
export function randomCommand(
  random: Random,
  board: Board,
  { mostText = 0, isOwn = false, hasChoices = false }: RandomBoardOptions = {},
): EditingCommand {
  const metric = (): MetricDefinition => randomMetric(random, mostText, hasChoices);
  const onBoardsWithChoices: readonly (() => EditingCommand)[] = [
    () => ({ type: 'change-variables', variables: random.list(2, () => randomVariable(random)) }),
    () => ({ type: 'change-tile', key, changes: { with: random.pick([{ queue: 'Sales' }, undefined]) } }),
    () => ({ type: 'change-metric', key, changes: { formula: metric().formula } }),
  ];
  const metrics = [...board.metrics.keys(), 'nobody'];
  const standing = board.sections.flatMap((section) => section.tiles.map((tile) => tile.key));
  const tiles = isOwn ? [...metrics, ...standing] : metrics;
  const sections = [...sectionsOf(board), ...names, 'New'];
  const key = random.pick(tiles);
  const section = random.pick(sections);
  const place = () => ({
    section: random.chance(0.3) ? undefined : random.pick(sections),
    before: random.chance(0.3) ? undefined : random.pick(tiles),
  });
  const columns = random.pick(isOwn ? [1, 2, 3, 4, 12] : [1, 2, 4]);
  const span = { columns, rows: isOwn ? random.pick([1, 3]) : 1 };
  const text = mostText > 0 ? { description: 'y'.repeat(random.below(mostText)) } : {};
  const onBoardsWithDocument: readonly (() => EditingCommand)[] = [
    () => ({ type: 'add-tile', visual: { kind: 'number', metric: random.pick(metrics) }, place: place() }),
    () => ({ type: 'add-tile', visual: { kind: 'of-tomorrow', text: 'Hello' }, place: place() }),
    () => ({ type: 'change-tile', key, changes: { label: random.pick(['Own', undefined]) } }),
    () => ({
      type: 'change-tile',
      key,
      changes: { visual: { kind: 'of-tomorrow', metric: random.pick(metrics) } },
    }),
  ];
  return random.pick<() => EditingCommand>([
    ...(isOwn ? onBoardsWithDocument : []),
    ...(hasChoices ? onBoardsWithChoices : []),
    () => ({ type: 'remove-tile', key }),
    () => ({ type: 'add-metric', metric: metric(), place: place() }),
    () => ({ type: 'change-metric', key, changes: { label: `L${random.below(100)}`, ...text } }),
    () => ({ type: 'duplicate-metric', key, label: `Copy ${random.below(3)}` }),
    () => ({ type: 'remove-metric', key }),
    () => ({ type: 'move-tile', key, place: placeOfTile(random, board, sections) }),
    () => ({ type: 'move-tile', key, place: placeOfTile(random, board, sections) }),
    () => ({ type: 'move-tile', key, place: place() }),
    () => ({ type: 'resize-tile', key, span }),
    () => ({ type: 'rename-section', from: section, to: random.pick([...sections, 'Other']) }),
    () => ({ type: 'remove-section', section }),
    () => ({ type: 'move-section', section, before: random.chance(0.3) ? undefined : random.pick(sections) }),
    () => ({
      type: 'change-settings',
      changes: { title: random.pick(['T', 'U']), sections: sectionsOf(board) },
    }),
    () => ({
      type: 'put-metrics',
      metrics: { [key]: metric(), put: metric() },
      place: place(),
    }),
    () => ({
      type: 'put-metrics',
      metrics: {
        [key]: { ...metric(), section, order: random.below(9) },
        put: { ...metric(), order: random.below(9) },
      },
    }),
  ])();
}

/** A place before a tile that is there. */
function placeOfTile(random: Random, board: Board, sections: readonly string[]) {
  const filled = board.sections.filter(({ tiles }) => tiles.length > 0);
  if (filled.length === 0) return { section: random.pick(sections) };
  const { name, tiles } = random.pick(filled);
  return { section: name, before: random.chance(0.2) ? undefined : random.pick(tiles).key };
}
