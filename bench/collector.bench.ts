/**
 * A storm of events on the collector, beside the scheme of its ancestor, which collects and writes on every event.
 * STORM_SECONDS (60), STORM_EVENTS_PER_SECOND (100) and STORM_REQUEST_MS (40, how long Twilio takes to answer) change it.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { simulateCollector } from '../serverless/src/testing/simulateCollector';
import type { BenchReport } from './BenchReport';
import type { Storm, StormOptions } from './collectorStorm';

const setting = (name: string, fallback: number): number => {
  const value = Number(process.env[name] ?? fallback);
  if (!(value > 0)) throw new Error(`${name} must be a number above 0.`);
  return value;
};

const perSecond = (count: number, seconds: number): string => (count / seconds).toFixed(1);

function storm(options: StormOptions): Storm {
  const parameters = ['--no-install', 'tsx', 'bench/runCollectorStorm.ts', JSON.stringify(options)];
  const printed = execFileSync('npx', parameters, {
    cwd: options.projectFolder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(printed) as Storm;
}

function stormRow(name: string, result: Storm, seconds: number): readonly string[] {
  const { answers } = result;
  return [
    name,
    String(result.events),
    Object.entries(answers)
      .map(([status, count]) => `${count} × ${status}`)
      .join(', '),
    ...[
      result.statisticsCalls,
      result.leaseReads + result.dataReads,
      result.leaseWrites + result.dataWrites,
    ].map((count) => `${count} (${perSecond(count, seconds)}/s)`),
    String(result.refused429),
    String(result.p50Ms),
    String(result.p99Ms),
    result.settledMs === undefined ? 'never' : String(result.settledMs),
    result.isTruth ? 'yes' : 'NO',
  ];
}

async function simulated(eventsPerSecond: number, seconds: number) {
  const instances = 30;
  const simulation = await simulateCollector({
    seed: 1,
    intervalMs: 2_000,
    trailingMs: 3_000,
    slowestRequestMs: 150,
    serveMany: false,
    clockOffsets: Array.from({ length: instances }, (_, index) => (index % 11) * 20 - 100),
    events: Array.from({ length: eventsPerSecond * seconds }, (_, index) => (index * 1000) / eventsPerSecond),
  });
  const { collections, lease, data, written, coveredMs, answers } = simulation;
  const last = ((eventsPerSecond * seconds - 1) * 1000) / eventsPerSecond;
  const fresh = Math.min(...written.filter(({ begun }) => begun >= last).map(({ at }) => at)) - last;
  const asked = coveredMs.filter((milliseconds) => milliseconds > 0).length;
  return {
    eventsPerSecond,
    statisticsCalls: collections.length,
    reads: lease.reads + data.reads,
    writes: lease.writes.length + data.writes.length,
    conflicts: lease.conflicts,
    refused: lease.refused + data.refused,
    askedPart: asked / (answers.covered + answers.collected),
    freshMs: Math.round(fresh),
  };
}

export async function run(): Promise<BenchReport> {
  const seconds = setting('STORM_SECONDS', 60);
  const eventsPerSecond = setting('STORM_EVENTS_PER_SECOND', 100);
  const requestMs = setting('STORM_REQUEST_MS', 40);
  const projectFolder = process.cwd();
  const options = { projectFolder, eventsPerSecond, seconds, processes: 4, requestMs };
  const coalescing = storm(options);
  const ancestor = storm({ ...options, functionsFolder: join(projectFolder, 'bench', 'ancestor') });
  const rates = [1, 10, 100, 500, 2_000];
  const simulations = [];
  for (const rate of rates) simulations.push(await simulated(rate, seconds));

  return {
    tables: [
      {
        title: `${eventsPerSecond} events/s for ${seconds} s, 4 processes, emulated Sync with Twilio's limits, ${requestMs} ms a request`,
        columns: [
          'scheme',
          'events',
          'answers',
          'statistics calls',
          'Sync reads',
          'Sync writes',
          '429s',
          'p50 ms',
          'p99 ms',
          'last event to its data, ms',
          'truth in the end',
        ],
        rows: [
          stormRow('coalescing', coalescing, seconds),
          stormRow('on every event (ancestor)', ancestor, seconds),
        ],
      },
      {
        title: `Simulated for ${seconds} s, instances that serve one event at a time, 30 warm and more when all are busy`,
        columns: [
          'events/s',
          'statistics calls',
          'Sync reads',
          'Sync writes',
          'lost races (412)',
          '429s',
          'events that asked Sync',
          'last event to its data, ms',
        ],
        rows: simulations.map((each) => [
          String(each.eventsPerSecond),
          ...[each.statisticsCalls, each.reads, each.writes, each.conflicts].map(
            (count) => `${count} (${perSecond(count, seconds)}/s)`,
          ),
          String(each.refused),
          `${(100 * each.askedPart).toFixed(1)} %`,
          String(each.freshMs),
        ]),
      },
    ],
    figures: { seconds, eventsPerSecond, requestMs, coalescing, ancestor, simulations },
  };
}
