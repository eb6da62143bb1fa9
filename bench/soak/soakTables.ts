import type { BenchTable } from '../BenchReport';
import type { SoakResult } from './soakWall';

/** What a soak found, for people. */
export function soakTables(result: SoakResult): readonly BenchTable[] {
  const { seconds, verdicts, marked, changes, endsInTruthAfter, memory } = result;
  const needless = marked - verdicts['marked-untruth'];
  const row = (name: string, value: number | string): readonly string[] => [name, String(value)];
  return [
    {
      title: `What the wall showed, looked at in ${seconds} seconds`,
      columns: ['', 'seconds'],
      rows: [
        row('the truth', verdicts.truth),
        row('an untruth, marked', verdicts['marked-untruth']),
        row('an untruth, NOT marked', verdicts['unmarked-untruth']),
        row('no tiles, and why', verdicts.nothing),
        row('marked though nothing shown was untrue', Math.max(0, needless)),
      ],
    },
    {
      title: 'Faults, and how long until the wall showed the present again, unmarked (seconds)',
      columns: ['fault', 'times', 'median', 'longest', 'oldest numbers left unmarked'],
      rows: result.faults.map(({ name, times, recoveries, oldestUnmarked }) => [
        name,
        String(times),
        ...(times === 0
          ? ['', '', '']
          : [middle(recoveries), Math.max(...recoveries), oldestUnmarked].map((of) => of.toFixed(1))),
      ]),
    },
    {
      title: 'The rest',
      columns: ['', ''],
      rows: [
        row('changes in the contact centre', changes),
        row('the truth in the end, after seconds', endsInTruthAfter?.toFixed(1) ?? 'NEVER'),
        row(
          'JavaScript heap after garbage collection, MB',
          `${memory.start.heapMegabytes.toFixed(1)} → ${memory.end.heapMegabytes.toFixed(1)}`,
        ),
        row('DOM nodes', `${memory.start.nodes} → ${memory.end.nodes}`),
        row('event listeners', `${memory.start.listeners} → ${memory.end.listeners}`),
      ],
    },
  ];
}

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
