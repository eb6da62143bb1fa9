import { busyDay } from '../../../model/formula/test-data/exampleDays';
import { choicesFor, isChosen } from './choicesFor';

const dataOf = (part: { queues?: unknown; activities?: unknown; splits?: unknown }) => ({
  queues: part.queues,
  workspace_statistics: {
    realtime: { activity_statistics: part.activities },
    cumulative: { split_by_wait_time: part.splits },
  },
});
const named = (...names: unknown[]) => names.map((friendly_name) => ({ friendly_name }));

it('offers the queues of the data, the first of them first', () => {
  expect(choicesFor('queue', busyDay)).toEqual({
    kind: 'name',
    choices: ['Billing', 'Sales', 'Support'],
    first: 'Support',
  });
});

it('puts queues in the order of their numbers', () => {
  const data = dataOf({ queues: named('Billing 10', 'Billing 2', 'Billing') });
  for (const parameter of ['queue', 'queues'] as const)
    expect(choicesFor(parameter, data)).toMatchObject({ choices: ['Billing', 'Billing 2', 'Billing 10'] });
});

it.each([
  [['Offline', 'Available', 'Break'], 'Available', 'Offline'],
  [['Unavailable', 'available', 'Logged Out'], 'available', 'Logged Out'],
  [['Desconectado', 'No disponible', 'Disponible'], 'Disponible', 'Desconectado'],
  [['Busy', 'Idle'], 'Busy', 'Busy'],
  [[], 'Available', 'Offline'],
])('takes of the activities %j %s for at work and %s for not logged in', (names, available, offline) => {
  const data = dataOf({ activities: named(...names) });
  expect(choicesFor('available', data).first).toBe(available);
  expect(choicesFor('offline', data).first).toBe(offline);
});

it.each([
  [{ '5': {}, '20': {}, '60': {} }, 20, 5],
  [{ '15': {}, '30': {} }, 15, 15],
  [{ '30': {} }, 30, 30],
  [{}, 20, 5],
  [null, 20, 5],
  [undefined, 20, 5],
])('offers the seconds that waits are counted at in %j', (splits, within, short) => {
  const data = dataOf({ splits });
  expect(choicesFor('within', data)).toMatchObject({ kind: 'seconds', first: within });
  expect(choicesFor('short', data).first).toBe(short);
});

it.each([undefined, null, 3, [], {}, dataOf({}), dataOf({ queues: named(1, null), activities: 'none' })])(
  'offers nothing, and fails nowhere, given %j',
  (data) => {
    for (const parameter of ['queue', 'queues', 'available', 'offline', 'breaks'] as const)
      expect(choicesFor(parameter, data)).toMatchObject({ choices: [] });
  },
);

it.each([
  ['queue', '', false],
  ['queue', 'Support', true],
  ['queues', [], false],
  ['queues', ['Support'], true],
  ['target', 0, false],
  ['target', 1, true],
  ['target', 99, true],
  ['target', 100, false],
  ['target', 80.5, false],
  ['wait', 0, true],
  ['wait', -1, false],
  ['within', 0, false],
  ['within', 20, true],
  ['within', Number.NaN, false],
  ['priority', undefined, false],
] as const)('of %s takes %j: %s', (parameter, value, isTaken) => {
  expect(isChosen(parameter, value, busyDay)).toBe(isTaken);
});
