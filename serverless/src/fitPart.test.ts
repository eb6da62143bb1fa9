import { mostPartBytes } from '../../src/schema/defaults';
import type { QueueStatistics } from '../../src/schema/dashboardData';
import type { CollectionNumber } from './collectionNumber';
import { fitPart, shortenedNotice } from './fitPart';
import { exampleQueueStatistics } from './testing/exampleStatistics';
import { withoutWindow } from './withoutWindow';

const aQueue = (activities: number, splits: number): QueueStatistics => {
  const { realtime, cumulative } = exampleQueueStatistics('');
  const split = cumulative.split_by_wait_time['20'];
  const statistics = {
    realtime: {
      ...realtime,
      activity_statistics: Array.from({ length: activities }, (_, index) => ({
        friendly_name: `Activity ${index}`,
        workers: 10,
      })),
    },
    cumulative: {
      ...cumulative,
      split_by_wait_time: Object.fromEntries(
        Array.from({ length: splits }, (_, index) => [index + 1, split]),
      ),
    },
  };
  return { sid: `WQ${'1'.repeat(32)}`, friendly_name: 'Support', ...withoutWindow(statistics) };
};

const longestNumber: CollectionNumber = {
  collection: Number.MAX_SAFE_INTEGER,
  lease: 'on-1mioq6x00',
  collected_at: '2026-11-22T11:42:15.678Z',
};

const written = (content: object): number =>
  Buffer.byteLength(JSON.stringify({ ...longestNumber, ...content }));

test('leaves alone what fits', () => {
  const queue = aQueue(9, 4);

  expect(fitPart({ queue })).toEqual({ content: { queue } });
  expect(shortenedNotice([fitPart({ queue })])).toEqual([]);
});

test('never gives a document above 4 KiB, and nothing shorter than it needs to be', () => {
  const sizes = Array.from({ length: 80 }, (_, activities) => fitPart({ queue: aQueue(activities, 4) }));
  const largest = sizes.filter(({ shortened }) => shortened === undefined).at(-1);

  expect(Math.max(...sizes.map(({ content }) => written(content)))).toBeLessThanOrEqual(mostPartBytes);
  expect(written(largest?.content ?? {})).toBeGreaterThan(mostPartBytes - 50);
});

test('leaves the activities out of a queue of 100 activities, keeps the rest, and says which queue', () => {
  const queue = aQueue(100, 4);
  const fitted = fitPart({ queue });

  const { activity_statistics: _activities, ...realtime } = queue.realtime;
  expect(fitted.content).toEqual({ queue: { ...queue, realtime } });
  expect(shortenedNotice([fitted])[0]?.text).toContain('are left out of Support, which would not fit');
});

test('leaves the splits out, too, given so many that they alone do not fit', () => {
  const { content } = fitPart({ queue: aQueue(100, 60) });

  expect(content.queue?.realtime.activity_statistics).toBeUndefined();
  expect(content.queue?.cumulative.split_by_wait_time).toBeNull();
  expect(written(content)).toBeLessThanOrEqual(mostPartBytes);
});
