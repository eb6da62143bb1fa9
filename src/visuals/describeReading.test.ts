import type { Freshness, Reading, TooFewReading, ValueReading } from '../model/metric/Reading';
import { createStrings } from '../strings/createStrings';
import { iconShapes } from './StateIcon';
import { describeReading, type JudgedState, type TileContent, type TileState } from './describeReading';
import { edges } from './tileSheet';

const named = { key: 'waiting', label: 'Tasks waiting' };
const fresh: Freshness = { status: 'fresh' };
const stale: Freshness = { status: 'stale', age: { amount: 4, unit: 'minute' } };
const previousDay: Freshness = { status: 'previous-day' };

/** The style and the level that each state comes of. */
const judged = {
  none: { style: 'Default', level: 'normal' },
  success: { style: 'Success', level: 'normal' },
  warning: { style: 'Warn', level: 'warning' },
  error: { style: 'Error', level: 'critical' },
} as const satisfies Readonly<Record<JudgedState, Pick<ValueReading, 'style' | 'level'>>>;

const value = (state: JudgedState, part: Partial<ValueReading> = {}): ValueReading => ({
  ...named,
  status: 'value',
  freshness: fresh,
  text: '18',
  value: 18,
  ...judged[state],
  styleProblems: [],
  ...part,
});
const tooFew = (freshness: Freshness): TooFewReading => ({
  ...named,
  status: 'too-few',
  freshness,
  text: '50',
  unit: '%',
  value: 50,
  sample: 2,
  minimumSample: 20,
});
const face = (reading: Reading, locale = 'en'): TileContent =>
  describeReading(reading, createStrings(locale));

it('tells when it was critical in the zone of the board', () => {
  const reading = value('error', { freshness: stale, levelAt: Date.parse('2026-11-27T13:14:30Z') });
  const strings = { ...createStrings('en'), timeZone: 'Australia/Sydney' };
  expect(describeReading(reading, strings).context).toBe('Was critical at 00:14');
});

it.each([
  ['en', 3665, 'Tasks waiting, 4:05, Warning, over 10:00, 1 hour, 1 minute, over 10 minutes'],
  ['en', 0, 'Tasks waiting, 4:05, Warning, over 10:00, 0 seconds, over 10 minutes'],
  ['es', 125, 'Tasks waiting, 4:05, Aviso, más de 10:00, 2 minutos, 5 segundos, más de 10 minutos'],
])('says lengths of time in words as well, in %s %d seconds', (locale, seconds, sentence) => {
  const crossed = { direction: 'over', limit: '10:00', limitSeconds: 600 } as const;
  expect(face(value('warning', { text: '4:05', seconds, crossed }), locale).sentence).toBe(sentence);
});

it.each<[string, Reading, TileState, string]>([
  ['a value', value('none'), 'none', 'Tasks waiting, 18'],
  ['a value with a unit', value('none', { unit: 'calls' }), 'none', 'Tasks waiting, 18 calls'],
  ['a good value', value('success'), 'success', 'Tasks waiting, 18, On target'],
  [
    'a value over a threshold',
    value('warning', { crossed: { direction: 'over', limit: '5' } }),
    'warning',
    'Tasks waiting, 18, Warning, over 5',
  ],
  [
    'a value under a threshold',
    value('error', { crossed: { direction: 'under', limit: '20' } }),
    'error',
    'Tasks waiting, 18, Critical, under 20',
  ],
  [
    'text that equals a threshold',
    value('error', { text: 'Closed', crossed: { direction: 'equal', limit: 'Closed' } }),
    'error',
    'Tasks waiting, Closed, Critical, equals Closed',
  ],
  [
    'a style that is not as it should be',
    value('error', {
      crossed: { direction: 'over', limit: '5' },
      styleProblems: [{ kind: 'unknown-style', name: 'Red', styles: [] }],
    }),
    'error',
    'Tasks waiting, 18, Critical, over 5 · check its style',
  ],
  ['an old value', value('error', { freshness: stale }), 'stale', 'Tasks waiting, 18, Stale, 4 min old'],
  [
    'an old value that was critical',
    value('error', { freshness: stale, levelAt: Date.parse('2026-11-27T13:14:30Z') }),
    'stale',
    'Tasks waiting, 18, Stale, Was critical at 13:14',
  ],
  [
    'an old value that was a warning',
    value('warning', { freshness: stale, levelAt: Date.parse('2026-11-27T13:14:30Z') }),
    'stale',
    'Tasks waiting, 18, Stale, Was warning at 13:14',
  ],
  [
    'an old value that was calm',
    value('none', { freshness: stale, levelAt: Date.parse('2026-11-27T13:14:30Z') }),
    'stale',
    'Tasks waiting, 18, Stale, 4 min old',
  ],
  [
    'a value of the day before',
    value('success', { freshness: previousDay }),
    'previous-day',
    'Tasks waiting, 18, Yesterday',
  ],
  ['too small a sample', tooFew(fresh), 'too-few', 'Tasks waiting, 50 %, Too few (2 of 20)'],
  ['too small a sample that is old', tooFew(stale), 'stale', 'Tasks waiting, 50 %, Stale, 4 min old'],
  [
    'no answer',
    { ...named, status: 'no-answer', freshness: fresh },
    'no-answer',
    'Tasks waiting, No traffic',
  ],
  [
    'no answer, long ago',
    { ...named, status: 'no-answer', freshness: stale },
    'stale',
    'Tasks waiting, Stale, 4 min old',
  ],
  ['no data', { ...named, status: 'no-data' }, 'no-data', 'Tasks waiting, No data yet'],
  [
    'a formula that fails',
    { ...named, status: 'formula-error', problem: { kind: 'formula', message: 'No such queue.' } },
    'broken',
    'Tasks waiting, ERR, Formula error, No such queue.',
  ],
  [
    'a value that does not fit its format',
    { ...named, status: 'format-error', problem: { kind: 'no-time-zone' } },
    'broken',
    'Tasks waiting, ERR FMT, Format error, The format "time" needs the time zone of the data; data.day.time_zone is missing.',
  ],
  [
    'what is no definition',
    { ...named, status: 'definition-error', problem: { kind: 'formula-missing' } },
    'broken',
    'Tasks waiting, ERR, Definition error, "formula" is missing.',
  ],
])('has a look and one sentence of its own given %s', (_, reading, state, sentence) => {
  expect(face(reading)).toMatchObject({ state, sentence });
});

it('speaks the language of its reader', () => {
  const crossed = { direction: 'over', limit: '5' } as const;
  expect(describeReading(value('error', { crossed }), createStrings('es')).sentence).toBe(
    'Tasks waiting, 18, Crítico, más de 5',
  );
  const problem = { kind: 'format-needs-number', format: 'seconds', found: '"x"' } as const;
  expect(describeReading({ ...named, status: 'format-error', problem }, createStrings('es')).context).toBe(
    'El formato "seconds" necesita un número; la fórmula da "x".',
  );
});

it.each<[Reading, string]>([
  [{ ...named, status: 'no-answer', freshness: fresh }, '–'],
  [{ ...named, status: 'no-data' }, '···'],
  [{ ...named, status: 'formula-error', problem: { kind: 'formula-gives-list' } }, 'ERR'],
  [{ ...named, status: 'format-error', problem: { kind: 'no-time-zone' } }, 'ERR FMT'],
  [{ ...named, status: 'definition-error', problem: { kind: 'formula-missing' } }, 'ERR'],
])('draws something in place of a value given %j', (reading, text) => {
  expect(face(reading).text).toBe(text);
});

describe('without any colour', () => {
  const states: readonly JudgedState[] = ['none', 'success', 'warning', 'error'];
  const cuesOf = (state: JudgedState): readonly (string | undefined)[] => [
    face(value(state)).word,
    state === 'none' ? undefined : iconShapes[state],
    `${edges[state].line} ${edges[state].bars}`,
  ];

  it.each(states)(
    'tells the state %s apart from all others by word, by icon and by edge, each alone',
    (state) => {
      for (const other of states.filter((name) => name !== state))
        cuesOf(state).forEach((cue, index) => expect(cue).not.toBe(cuesOf(other)[index]));
    },
  );

  it('has an icon of its own for every state but the calm one', () => {
    const shapes = Object.values(iconShapes);
    expect(shapes).toHaveLength(Object.keys(edges).length - 1);
    expect(new Set(shapes).size).toBe(shapes.length);
  });
});
