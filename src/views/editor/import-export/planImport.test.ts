import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { busyDay } from '../../../model/formula/test-data/exampleDays';
import { aMoment } from '../../../testing/anEvaluatedMetric';
import type { BoardDocuments, JsonObject } from '../../../model/board/BoardDocuments';
import { edit } from '../draft/edit';
import { beginEditing, documentsOf, undo } from '../draft/EditingSession';
import { exportText } from './exportText';
import { importCommand, likelyChoice, sizesAfter, type ImportChoice } from './importCommand';
import { planImport, type ImportPlan, type PlannedMetric } from './planImport';

const board = (definitions: JsonObject = {}, settings?: JsonObject): BoardDocuments => ({
  definitions: [{ name: 'definitions', value: definitions }],
  board: { name: 'board', value: settings },
});
const metric = (fields: JsonObject) => ({ metric: { label: 'M', formula: '1', ...fields } });

function plan(content: unknown, documents = board(), data: unknown = busyDay): ImportPlan {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const found = planImport(text, documents, aMoment({ data, now: Date.parse('2026-01-31T14:00:00Z') }));
  if (!('metrics' in found)) throw new Error(`Not read: ${found.status}`);
  return found;
}
const only = (content: unknown, documents = board(), data: unknown = busyDay): PlannedMetric => {
  const { metrics } = plan(content, documents, data);
  expect(metrics).toHaveLength(1);
  return metrics[0] as PlannedMetric;
};
const exported = (definitions: JsonObject, settings?: JsonObject) => ({
  'realtime-dashboard': 1,
  definitions,
  ...(settings ? { board: settings } : {}),
});

it.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['{"a": }', 'not-json'],
  ['[]', 'not-metrics'],
  ['3', 'not-metrics'],
  ['{}', 'not-metrics'],
  ['{"a": {"label": "x"}}', 'not-metrics'],
  ['{"realtime-dashboard": 1}', 'not-metrics'],
  ['{"realtime-dashboard": "1", "definitions": {}}', 'not-metrics'],
  ['{"realtime-dashboard": 2, "definitions": {}}', 'too-new'],
])('does not read %j: %s', (text, status) => {
  expect(planImport(text, board(), aMoment())).toMatchObject({ status });
});

it.each([
  ['what was exported', exported({ m: metric({}) }), 'm'],
  ['a definition document', { m: metric({}) }, 'm'],
  ['an entry of one', metric({}), 'M'],
  ['a single metric', { label: 'Mine', formula: '1' }, 'Mine'],
  ['a metric without a label', { formula: '1' }, 'metric'],
  ['a text with a byte order mark', `\uFEFF${JSON.stringify({ m: metric({}) })}\n`, 'm'],
])('reads %s', (_, content, key) => {
  expect(only(content)).toMatchObject({ key, status: 'new' });
});

it('reads the example of docs/import-export.md', () => {
  const page = readFileSync(join(__dirname, '../../../../docs/import-export.md'), 'utf8');
  const [, example = ''] = /```json\n([^]*?)```/.exec(page) ?? [];
  const found = plan(example);
  expect(found.metrics).toMatchObject([{ key: 'calls_waiting', status: 'new', reading: { text: '7' } }]);
  expect(found.settings).toEqual({ title: 'Support', sections: ['Now'] });
});

it('tells what is new, the same, different, and no metric', () => {
  const here = board({ same: metric({}), other: metric({ formula: '2' }) });
  const { metrics } = plan(
    exported({
      fresh: metric({}),
      same: metric({}),
      other: metric({}),
      bad: metric({ formula: 3 }),
      worse: 7,
    }),
    here,
  );
  expect(metrics.map(({ key, status }) => [key, status])).toEqual([
    ['fresh', 'new'],
    ['same', 'same'],
    ['other', 'differs'],
    ['bad', 'invalid'],
    ['worse', 'invalid'],
  ]);
  expect(metrics[3]).toMatchObject({
    problem: {
      kind: 'in-definition',
      key: 'bad',
      fault: { kind: 'field', field: 'formula', demand: { must: 'text' }, found: '3' },
    },
  });
});

it('says what a metric shows here and what does not resolve', () => {
  expect(only({ m: metric({ formula: "waiting('Support')" }) })).toMatchObject({
    reading: { status: 'value', text: '5' },
    broken: [],
  });
  expect(
    only({ m: metric({ formula: "waiting('Old')", sampleFormula: "activity('Siesta')", minimumSample: 1 }) }),
  ).toMatchObject({
    reading: { status: 'formula-error' },
    broken: [
      { kind: 'queue', name: 'Old' },
      { kind: 'activity', name: 'Siesta' },
    ],
  });
});

describe('from the ancestor', () => {
  const style = (headlineColour: string, statColour: string, backgroundColour: string, styleName = 'x') => ({
    styleName,
    headlineColour,
    statColour,
    backgroundColour,
  });
  const loggedIn =
    "data.workspace_statistics.realtime.total_workers - data.workspace_statistics.realtime.activity_statistics.find((e) => e.friendly_name === 'Offline').workers";

  it('gives colours that are those of a style its name', () => {
    const found = only({
      m: metric({
        defaultStyle: style('colorTextDecorative10', 'colorText', 'transparent'),
        firstThresholdStyle: style('colorTextInverse', 'colorTextInverse', 'colorBackgroundWarning'),
        secondThresholdStyle: style('colorTextInverse', 'colorText', 'colorBackgroundError', 'Error Strong'),
      }),
    });
    expect(found).toMatchObject({
      metric: {
        defaultStyle: 'Default',
        firstThresholdStyle: 'Warn Strong',
        // One colour is another one, whatever it is called.
        secondThresholdStyle: { statColour: 'colorText' },
      },
      changes: [
        { kind: 'style', field: 'defaultStyle', name: 'Default' },
        { kind: 'style', field: 'firstThresholdStyle', name: 'Warn Strong' },
      ],
    });
  });

  it('takes away a background that is transparent', () => {
    const found = only({ m: metric({ defaultStyle: style('colorTextWeak', 'colorText', 'transparent') }) });
    expect(found).toMatchObject({
      metric: { defaultStyle: { headlineColour: 'colorTextWeak', statColour: 'colorText' } },
      changes: [{ kind: 'transparent', field: 'defaultStyle' }],
    });
  });

  it.each([
    ['', []],
    ['seconds', []],
    ['percent', []],
    ['time', []],
    ['HH:MM', [{ kind: 'format', from: 'HH:MM' }]],
  ])('takes away the format %j if there is none of that name', (format, changes) => {
    expect(only({ m: metric({ format }) })).toMatchObject({ changes });
  });

  it('counts agents logged in so that it works without the activity Offline', () => {
    const content = { m: metric({ formula: loggedIn }) };
    expect(only(content)).toMatchObject({
      reading: { text: '25' },
      changes: [{ kind: 'formula', reasons: ['all-but-activity'], from: loggedIn }],
    });
    const { realtime } = busyDay.workspace_statistics;
    const [, ...others] = realtime.activity_statistics as readonly unknown[];
    const withoutOffline = {
      ...busyDay,
      workspace_statistics: {
        ...busyDay.workspace_statistics,
        realtime: { ...realtime, activity_statistics: others },
      },
    };
    expect(only(content, board(), withoutOffline)).toMatchObject({ reading: { text: '25' } });
  });

  it('leaves a formula alone that would show another number here', () => {
    const { workspace_statistics: statistics } = busyDay;
    const more = {
      ...busyDay,
      workspace_statistics: { ...statistics, realtime: { ...statistics.realtime, total_workers: 41 } },
    };
    expect(only({ m: metric({ formula: loggedIn, format: 'clock' }) }, board(), more)).toMatchObject({
      metric: { formula: loggedIn },
      changes: [{ kind: 'format' }],
    });
  });

  it('puts the later shape into this one where that is certain, and lists it where it is not', () => {
    const { metrics } = plan({
      A: metric({
        label: 'A',
        formula: "data.queues.find((q) => q.friendlyName === 'Sales').data.realtime.total_tasks",
      }),
      B: metric({ label: 'B', formula: 'data.queues[0].targetWorkers' }),
    });
    expect(metrics).toMatchObject([
      { isByHand: false, metric: { formula: "queue('Sales').realtime.total_tasks" }, reading: { text: '6' } },
      { isByHand: true, metric: { formula: 'data.queues[0].targetWorkers' } },
    ]);
    expect(metrics.map((planned) => likelyChoice(planned))).toEqual(['put', 'skip']);
  });

  it.each([
    ['Total', 'Total', []],
    ['Total Lost', 'Total', [{ kind: 'label', key: 'Total Lost', label: 'Total' }]],
    ['total_lost', 'Total', []],
  ])('says of the key %j and the label %j whether they differ', (key, label, changes) => {
    expect(only({ [key]: metric({ label }) })).toMatchObject({ changes });
  });

  it.each([
    ['data.workspace_statistics.realtime.longest_task_waiting_age', '', [{ kind: 'seconds' }]],
    [
      'data.workspace_statistics.cumulative.wait_duration_until_canceled.avg',
      undefined,
      [{ kind: 'seconds' }],
    ],
    ['data.workspace_statistics.realtime.longest_task_waiting_age', 'seconds', []],
    ['data.workspace_statistics.realtime.longest_task_waiting_age / 60', '', []],
    ['data.workspace_statistics.realtime.total_tasks', '', []],
  ])('says whether %s in the format %j shows seconds like a count', (formula, format, changes) => {
    expect(only({ waiting: metric({ label: 'Tasks Waiting', formula, format }) })).toMatchObject({ changes });
  });

  it('changes nothing of what this editor exported', () => {
    expect(only(exported({ m: metric({ formula: loggedIn, format: 'clock' }) }))).toMatchObject({
      changes: [],
    });
  });
});

describe('importing', () => {
  const take = (content: unknown, documents: BoardDocuments, choice?: ImportChoice, withSettings = true) =>
    importCommand(
      plan(content, documents),
      (planned) => choice ?? likelyChoice(planned),
      withSettings,
      documents,
    );
  const here = board({ m: metric({ formula: '2' }), 'm-2': metric({}) }, { sections: ['B'], mine: 1 });

  it.each([
    ['put', ['m']],
    ['rename', ['m-3']],
  ] as const)('by the choice %s uses the keys %j', (choice, keys) => {
    const command = take({ m: metric({}) }, here, choice);
    expect(command?.type === 'put-metrics' && Object.keys(command.metrics)).toEqual(keys);
  });

  it('gives no renamed metric the key of another one of the import', () => {
    const command = take(
      { m: metric({}), 'm-3': metric({}), 'm-2': metric({ formula: '9' }) },
      here,
      'rename',
    );
    expect(command?.type === 'put-metrics' && Object.keys(command.metrics)).toEqual([
      'm-4',
      'm-3-2',
      'm-2-2',
    ]);
  });

  it.each([
    [{ m: metric({}) }, 'skip'],
    [{ m: metric({ formula: '2' }) }, undefined],
    [{ bad: metric({ formula: 3 }) }, 'put'],
  ] as const)('of %j by the choice %s is no command', (content, choice) => {
    expect(take(content, here, choice)).toBeUndefined();
  });

  it('is one step, with settings and all, and undone as one', () => {
    const content = exported(
      { m: metric({}), n: { ...metric({ later: true }), note: 'by Anna' } },
      { title: 'T', sections: ['A'], staleAfterSeconds: 'x' },
    );
    const command = take(content, here);
    const session = edit(beginEditing(here), command as never);
    expect(session.past).toHaveLength(1);
    expect(documentsOf(session).definitions[0]?.value).toMatchObject({
      m: metric({}),
      n: { ...metric({ later: true }), note: 'by Anna' },
    });
    expect(documentsOf(session).board.value).toEqual({ title: 'T', sections: ['A', 'B'], mine: 1 });
    expect(documentsOf(undo(session))).toEqual(here);
    const without = edit(beginEditing(here), take(content, here, 'put', false) as never);
    expect(documentsOf(without).board).toEqual(here.board);
  });

  it('takes a key that objects have by themselves for a key like any other', () => {
    const command = take('{"__proto__": {"metric": {"label": "P", "formula": "1"}}}', here);
    const session = edit(beginEditing(here), command as never);
    expect(Object.keys(documentsOf(session).definitions[0]?.value ?? {})).toContain('__proto__');
  });

  it('says how large the documents would be, a further one included', () => {
    const long = metric({ description: 'x'.repeat(9000) });
    const documents = board({ a: long });
    const command = take({ b: long }, documents);
    const sizes = sizesAfter(documents, [command as never]);
    expect(sizes.map(({ name }) => name)).toEqual(['definitions', 'definitions-2', 'board']);
    expect(sizes.every(({ bytesLeft }) => bytesLeft >= 0)).toBe(true);
    const hopeless = take({ b: metric({ description: 'x'.repeat(17_000) }) }, documents);
    expect(sizesAfter(documents, [hopeless as never]).some(({ bytesLeft }) => bytesLeft < 0)).toBe(true);
  });

  it('finds everything the same in what was exported from the same board', () => {
    const documents = board({ m: metric({ unknown: [1], section: 'A' }) }, { title: 'T', sections: ['A'] });
    const { metrics, settings } = plan(exportText(documents, { kind: 'board' }), documents);
    expect(metrics.map(({ status }) => status)).toEqual(['same']);
    expect(settings).toBeUndefined();
  });
});
