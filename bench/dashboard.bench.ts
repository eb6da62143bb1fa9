/**
 * The dashboard in Chromium: the real Flex UI, the plugin as it is built, data through the emulated Sync; and beside it the
 * ancestor's way (bench/ancestor). A tenth of the tiles changes with each update. DASHBOARD_UPDATES (100, at 10/s) and
 * DASHBOARD_MEMORY_UPDATES (5000) change how long it takes.
 */
import { execFileSync } from 'node:child_process';
import type { BenchReport } from './BenchReport';
import type { AncestorMeasured } from './dashboard/measureAncestor';
import type { DashboardMeasured, DashboardOptions } from './dashboard/measureDashboard';
import type { Cost } from './dashboard/PageMeter';

type Measured = DashboardMeasured & { readonly ancestor: readonly AncestorMeasured[] };

const both = (p50: number, p95: number): string => `${p50.toFixed(1)} / ${p95.toFixed(1)}`;

const costCells = (cost: Cost): readonly string[] => [
  both(cost.scriptP50, cost.scriptP95),
  both(cost.layoutP50, cost.layoutP95),
  both(cost.paintP50, cost.paintP95),
  String(cost.framesOver50),
  cost.longestFrame === 0 ? 'under 50' : cost.longestFrame.toFixed(0),
];

export async function run(): Promise<BenchReport> {
  const updates = Number(process.env.DASHBOARD_UPDATES ?? 100);
  const most = Number(process.env.DASHBOARD_MEMORY_UPDATES ?? 5_000);
  const options: DashboardOptions = {
    sizes: [24, 120, 500],
    slowUpdates: Math.ceil(updates / 5),
    fastUpdates: updates,
    memoryUpdates: [most / 5, most],
    dayMinutes: 1_440,
    idleSeconds: 20,
  };
  // In a process of its own, because the emulator runs unbundled.
  const parameters = ['--no-install', 'tsx', 'bench/runDashboard.ts', JSON.stringify(options)];
  const printed = execFileSync('npx', parameters, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const measured = JSON.parse(printed) as Measured;
  const { boards, largest, ancestor } = measured;
  return {
    tables: [
      {
        title: 'An update of a tenth of the tiles; milliseconds, p50 / p95',
        columns: [
          'tiles',
          'scripting',
          'style and layout',
          'notification to paint',
          'frames over 50 ms',
          'longest frame',
          'tiles drawn',
          'of changed',
          'React commits',
        ],
        rows: boards.flatMap((board) => {
          const old = ancestor.find(({ tiles }) => tiles === board.tiles);
          const drawn = [board.tilesRendered.toFixed(0), String(board.changing), board.commits.toFixed(1)];
          return [
            [`${board.tiles}, 1/s`, ...costCells(board.slow), ...drawn],
            [`${board.tiles}, 10/s`, ...costCells(board.fast), ...drawn],
            ...(old
              ? [
                  [
                    `${board.tiles}, 10/s, ancestor's way`,
                    ...costCells(old.fast),
                    old.tilesRendered.toFixed(0),
                    String(board.changing),
                    '',
                  ],
                ]
              : []),
          ];
        }),
      },
      {
        title: "The ancestor's way costs so many times as much at 10/s (median)",
        columns: ['tiles', 'scripting', 'style and layout'],
        rows: boards.flatMap(({ tiles, fast }) =>
          ancestor
            .filter((old) => old.tiles === tiles)
            .map((old) => [
              String(tiles),
              (old.fast.scriptP50 / fast.scriptP50).toFixed(1),
              (old.fast.layoutP50 / fast.layoutP50).toFixed(1),
            ]),
        ),
      },
      {
        title: '500 tiles in the long run',
        columns: ['', ''],
        rows: [
          ...largest.heap.map(([done, megabytes]) => [
            `heap after ${done} updates, MB`,
            megabytes.toFixed(1),
          ]),
          [
            'heap after a simulated day of 86,400 ticks and 1,440 updates, MB',
            largest.heapAfterDay.toFixed(1),
          ],
          ['main thread busy while no data comes', `${(100 * largest.idle).toFixed(1)} %`],
        ],
      },
    ],
    figures: { ...measured },
  };
}
