/**
 * A storm of events on the collector, beside the scheme of its ancestor, which collects and writes on every event; and what it
 * takes the collector to recover from kills and outages. STORM_SECONDS (60), STORM_EVENTS_PER_SECOND (100), STORM_REQUEST_MS
 * (40, how long Twilio takes to answer) OUTAGE_SECONDS (30) and QUEUES_SECONDS (30, the lunch rush over 1 to 200 queues) change it.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { simulateCollector } from '../serverless/src/testing/simulateCollector';
import type { BenchReport, BenchTable } from './BenchReport';
import type { Day } from './collectorDays';
import type { QueuesMeasured, QueuesOptions } from './collectorQueues';
import type { Recovery, RecoveryOptions } from './collectorRecovery';
import type { Storm, StormOptions } from './collectorStorm';

const setting = (name: string, fallback: number): number => {
  const value = Number(process.env[name] ?? fallback);
  if (!(value > 0)) throw new Error(`${name} must be a number above 0.`);
  return value;
};

const perSecond = (count: number, seconds: number): string => (count / seconds).toFixed(1);

/** Runs a program of this folder, because the emulator runs unbundled. */
function inItsOwnProcess<Result>(program: string, options: object): Result {
  const parameters = ['--no-install', 'tsx', `bench/${program}.ts`, JSON.stringify(options)];
  const printed = execFileSync('npx', parameters, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(printed) as Result;
}

const storm = (options: StormOptions): Storm => inItsOwnProcess('runCollectorStorm', options);
const recovery = (options: RecoveryOptions): Recovery => inItsOwnProcess('runCollectorRecovery', options);
const queues = (options: QueuesOptions): QueuesMeasured => inItsOwnProcess('runCollectorQueues', options);
const days = (): readonly Day[] => inItsOwnProcess('runCollectorDays', {});

function stormRow(name: string, result: Storm, seconds: number): readonly string[] {
  const { answers } = result;
  return [
    name,
    String(result.events),
    Object.entries(answers)
      .map(([status, count]) => `${count} × ${status}`)
      .join(', '),
    ...[result.statisticsCalls, result.syncReads, result.leaseReads, result.syncWrites].map(
      (count) => `${count} (${perSecond(count, seconds)}/s)`,
    ),
    String(result.refused429),
    String(result.p50Ms),
    String(result.p99Ms),
    result.settledMs === undefined ? 'never' : String(result.settledMs),
    result.isTruth ? 'yes' : 'NO',
  ];
}

/** As many invocations as Twilio is believed to run at once. */
const instances = 30;

async function simulated(eventsPerSecond: number, seconds: number, cold = false) {
  const simulation = await simulateCollector({
    seed: 1,
    intervalMs: 2_000,
    trailingMs: 3_000,
    slowestRequestMs: 150,
    serveMany: false,
    mostInvocations: instances,
    cold,
    clockOffsets: Array.from({ length: instances }, (_, index) => (index % 11) * 20 - 100),
    events: Array.from({ length: eventsPerSecond * seconds }, (_, index) => (index * 1000) / eventsPerSecond),
  });
  const { collections, lease, data, written, coveredMs, answers } = simulation;
  const last = ((eventsPerSecond * seconds - 1) * 1000) / eventsPerSecond;
  const fresh = Math.min(...written.filter(({ begun }) => begun >= last).map(({ at }) => at)) - last;
  const asked = coveredMs.filter((milliseconds) => milliseconds > 0).length;
  return {
    eventsPerSecond,
    cold,
    collections: collections.length,
    leaseReads: lease.reads,
    dataReads: data.reads,
    writes: lease.writes.length + data.writes.length,
    conflicts: lease.conflicts,
    refused: lease.refused + data.refused,
    failed: answers.failed,
    turnedAway: answers.turnedAway,
    askedPart: asked / (answers.covered + answers.collected),
    freshMs: Math.round(fresh),
  };
}

function recoveryTables({
  kills,
  killsUnderEventsMs,
  killsUnderEventsAreRising,
  outages,
}: Recovery): readonly BenchTable[] {
  const yes = (holds: boolean): string => (holds ? 'yes' : 'NO');
  return [
    {
      title: 'A lone event, its Function killed at a request to Twilio; ms from the next event to its data',
      columns: [
        'request',
        'killed before Twilio had it',
        'killed after the answer',
        'nothing older came after',
      ],
      rows: kills.map(({ received, answered }) => [
        received.request,
        String(received.recoveryMs),
        String(answered.recoveryMs),
        yes(received.isRising && answered.isRising),
      ]),
    },
    {
      title: 'Recovery while events go on, 4/s',
      columns: [
        'what happened',
        'written meanwhile',
        'ms until fresh data',
        'nothing older came after',
        'truth',
      ],
      rows: [
        [
          `all processes killed at once, ${killsUnderEventsMs.length} times`,
          '',
          killsUnderEventsMs.join(', '),
          yes(killsUnderEventsAreRising),
          '',
        ],
        ...outages.map(({ kind, seconds, writtenDuring, recoveryMs, isRising, isTruth }) => [
          `Sync ${kind} for ${seconds} s`,
          String(writtenDuring),
          String(recoveryMs),
          yes(isRising),
          yes(isTruth),
        ]),
      ],
    },
  ];
}

function queuesTable(measured: readonly QueuesMeasured[], seconds: number, requestMs: number): BenchTable {
  const aMinute = (count: number): string => String(Math.round((count * 60) / seconds));
  return {
    title: `The lunch rush over so many queues for ${seconds} s, ${requestMs} ms a request`,
    columns: [
      'queues',
      'documents',
      'largest, bytes',
      'all, bytes',
      'dashboard-data, bytes',
      'collections a minute',
      'statistics calls for each',
      'queue documents written a minute',
      'read',
      '429s',
      'a collection, p95 ms',
      'notices',
    ],
    rows: measured.map((each) => [
      String(each.queues),
      String(each.documents),
      String(each.largestBytes),
      String(each.allBytes),
      String(each.dataBytes),
      aMinute(each.collections),
      (each.statisticsCalls / each.collections).toFixed(1),
      aMinute(each.queueWrites),
      String(each.queueReads),
      String(each.refused429),
      String(each.p95Ms),
      Object.entries(each.notices)
        .map(([code, count]) => `${count} × ${code}`)
        .join(', '),
    ]),
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
  const simulations = [];
  for (const rate of [1, 20, 100, 500, 1_000, 2_000]) simulations.push(await simulated(rate, seconds));
  for (const rate of [20, 100, 500]) simulations.push(await simulated(rate, seconds, true));
  const queuesSeconds = setting('QUEUES_SECONDS', 30);
  const overQueues = [1, 20, 50, 200].map((count) =>
    queues({ projectFolder, queues: count, seconds: queuesSeconds, requestMs }),
  );
  const costs = days();
  const recovered = recovery({
    projectFolder,
    outageSeconds: setting('OUTAGE_SECONDS', 30),
    eventsPerSecond: 4,
  });

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
          'of the lease',
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
        title: `Simulated for ${seconds} s: ${instances} instances of one invocation each, ${instances} invocations at the most`,
        columns: [
          'events/s',
          'collections',
          'reads of the lease',
          'reads of the data',
          'Sync writes',
          'lost races (412)',
          '429s',
          'events that asked Sync',
          'answered 5xx',
          'turned away by Twilio',
          'last event to its data, ms',
        ],
        rows: simulations.map((each) => [
          `${each.eventsPerSecond}${each.cold ? ', nothing remembered' : ''}`,
          ...[each.collections, each.leaseReads, each.dataReads, each.writes, each.conflicts].map(
            (count) => `${count} (${perSecond(count, seconds)}/s)`,
          ),
          String(each.refused),
          `${(100 * each.askedPart).toFixed(1)} %`,
          String(each.failed),
          String(each.turnedAway),
          String(each.freshMs),
        ]),
      },
      {
        title:
          'What it takes (simulated; a collection is one statistics call for the workspace and two for all queues)',
        columns: ['', 'hours', 'events', 'invocations', 'collections', 'Sync reads', 'Sync writes'],
        rows: costs.map(({ name, ...counts }) => [
          name,
          ...[
            counts.hours,
            counts.events,
            counts.invocations,
            counts.collections,
            counts.syncReads,
            counts.syncWrites,
          ].map(String),
        ]),
      },
      queuesTable(overQueues, queuesSeconds, requestMs),
      ...recoveryTables(recovered),
    ],
    figures: {
      seconds,
      eventsPerSecond,
      requestMs,
      coalescing,
      ancestor,
      simulations,
      overQueues,
      costs,
      recovered,
    },
  };
}
