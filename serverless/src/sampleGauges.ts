import { historyKinds, minuteMs, rowAt } from '../../src/schema/history';
import type { Half } from '../../src/schema/historyRows';
import type { Collected } from './collectStatistics';
import { dayAt } from './historyDays';
import { hasRow, writeHistory, type CollectedRow, type HistoryPlace } from './writeHistory';

/**
 * Keeps the "now" figures of a collection that was made anyway, if nobody has kept those of its minute yet. The workspace's are
 * written last: where they are, all are.
 * @param time when that was: milliseconds since 1970
 * @throws CollectorError
 */
export async function sampleGauges(
  place: HistoryPlace,
  { data, queues, channels }: Collected,
  time: number,
): Promise<void> {
  const day = dayAt(time, place.settings);
  const row = rowAt(day, 'workspace-gauges', time);
  if (row < 0 || (await hasRow(place, 'workspace-gauges', day, row))) return;
  // What a queue was in the last two minutes of its five stands for the end of them.
  const { every } = historyKinds['queue-gauges'];
  const isForQueues = time % every >= every - 2 * minuteMs;
  const parts: readonly CollectedRow[] = [
    {
      kind: 'queue-gauges',
      day,
      row: rowAt(day, 'queue-gauges', time),
      entries: (isForQueues ? (queues ?? []) : []).flatMap(({ queue }) =>
        queue ? [{ key: queue.sid, name: queue.friendly_name, half: asHalf(queue.realtime) }] : [],
      ),
    },
    {
      kind: 'channel-gauges',
      day,
      row,
      entries: (channels ?? []).flatMap(({ channel }) =>
        channel
          ? [{ key: channel.unique_name, name: channel.unique_name, half: asHalf(channel.realtime) }]
          : [],
      ),
    },
  ];
  await writeHistory(
    place,
    parts.filter(({ entries }) => entries.length > 0),
  );
  const entry = { key: '', name: '', half: asHalf(data.workspace_statistics.realtime) };
  await writeHistory(place, [{ kind: 'workspace-gauges', day, row, entries: [entry] }]);
}

const asHalf = (statistics: object): Half => statistics as Half;
