import { aDashboardData } from '../../testing/aDashboardData';
import { refreshDue } from './refreshDue';

/** The last moment that the examples speak of. */
const now = Date.parse('2026-11-22T19:01:07Z');

const due = (value: unknown): string => {
  const at = refreshDue({ status: 'ready', value }, now);
  return at === undefined || at === -Infinity ? String(at) : new Date(at).toISOString();
};

/** In Sydney, where the day of the example ends at 19:00 UTC. */
const collectedAt = (collectedAt: string) => aDashboardData({ collectedAt });

it.each([
  ['a minute after the collection', '2026-11-22T11:42:15.500Z', '2026-11-22T11:43:15.500Z'],
  ['a minute after it, given a day that ends then', '2026-11-22T18:59:00.000Z', '2026-11-22T19:00:00.000Z'],
  ['as the day ends, given that this is earlier', '2026-11-22T18:59:00.001Z', '2026-11-22T19:00:00.000Z'],
  [
    'a minute after it, given a collection as the day ends',
    '2026-11-22T19:00:00.000Z',
    '2026-11-22T19:01:00.000Z',
  ],
  [
    'a minute after it, given one after the day has ended',
    '2026-11-22T19:00:07.000Z',
    '2026-11-22T19:01:07.000Z',
  ],
])('is %s', (_, collected, expected) => {
  expect(due(collectedAt(collected))).toBe(expected);
});

it.each([
  ['no day', { day: undefined }],
  ['a time zone that nobody knows', { day: { start: '', time_zone: 'Mars/Olympus', starts_at: '06:00' } }],
  ['a start that is no time', { day: { start: 'never', time_zone: 'UTC', starts_at: '06:00' } }],
])('is a minute after the collection given %s', (_, part) => {
  expect(due({ ...aDashboardData(), ...part })).toBe('2026-11-22T11:43:15.000Z');
});

it.each([[{}], [null], ['text'], [{ collected_at: 'yesterday' }], [{ collected_at: {} }]])(
  'is long ago given %j, which nobody has collected',
  (value) => {
    expect(due(value)).toBe('-Infinity');
  },
);

it('is long ago given no document', () => {
  expect(refreshDue({ status: 'missing' }, now)).toBe(-Infinity);
});

it.each([{ status: 'loading' } as const, { status: 'failed', problem: 'Service unavailable' } as const])(
  'is not known given %j',
  (state) => {
    expect(refreshDue(state, now)).toBeUndefined();
  },
);

it('is long ago given data of the future, whose age nobody knows', () => {
  expect(due(collectedAt('2026-11-22T20:00:00.000Z'))).toBe('-Infinity');
});
