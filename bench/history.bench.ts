/** What keeping the past costs, measured on the Function's own code in simulated time. */
import { measureHistory } from '../serverless/src/testing/measureHistory';
import type { BenchReport } from './BenchReport';

const sizes = [1, 20, 50, 200];

export async function run(): Promise<BenchReport> {
  const measured = [];
  for (const queues of sizes) measured.push({ queues, ...(await measureHistory(queues)) });
  return {
    tables: [
      {
        title: 'The past of a day of 24 hours, and the backfill of four weeks and two hours',
        columns: [
          'queues',
          'calls',
          'reads and writes',
          'documents',
          'bytes',
          'backfill calls',
          'its reads and writes',
        ],
        rows: measured.map(({ queues, day, backfill }) =>
          [
            queues,
            day.statisticsCalls,
            day.syncOperations,
            day.documents,
            day.bytes,
            backfill.statisticsCalls,
            backfill.syncOperations,
          ].map(String),
        ),
      },
    ],
    figures: { history: measured },
  };
}
