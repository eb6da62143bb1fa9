import type { StoredDashboardData } from '../../src/schema/dashboardData';
import { collectDashboardData } from './collectDashboardData';
import { readConfiguration } from './configuration';
import type { CollectionNumber } from './collectionNumber';
import type { ConditionalDocument } from './ConditionalDocument';
import type { PartContent } from './fitPart';
import { syncDocument } from './syncDocument';
import { FakeClock } from './testing/FakeClock';
import { SimulatedDocument } from './testing/SimulatedDocument';
import { failing, TwilioAtTheWire, workspaceSid } from './testing/TwilioAtTheWire';
import { TimeBudget } from './TimeBudget';
import { writeCollection } from './writeCollection';

let wire: TwilioAtTheWire;
let time: TimeBudget;

beforeEach(() => {
  wire = new TwilioAtTheWire();
  time = new TimeBudget(new FakeClock('2026-11-22T11:42:15Z'));
});

/** What a collection of these queues leaves in the data document. */
async function written(collection: number, queues: number | undefined, queuesWanted?: number) {
  const service = wire.client().sync.v1.services('default');
  const part = (name: string) => syncDocument(service, name, time);
  const contents = (count: number): readonly PartContent[] =>
    Array.from(
      { length: count },
      (_, place) =>
        ({
          queue: { sid: `WQ${place}`, friendly_name: `Queue ${place}`, collection },
        }) as unknown as PartContent,
    );
  await writeCollection(
    { data: part('dashboard-data'), part, readLease: async () => ({ number: 99, life: 'life' }) },
    {
      data: await collectDashboardData(
        wire.client(),
        readConfiguration({ TWILIO_WORKSPACE_SID: workspaceSid }),
        time,
      ),
      queues: queues === undefined ? undefined : contents(queues),
      channels: [],
      ...(queuesWanted !== undefined && { queuesWanted }),
    },
    { collection, lease: 'life' },
    time,
  );
  return wire.document?.data as StoredDashboardData;
}

describe('the completeness of queues', () => {
  it('is not mentioned where all are there', async () => {
    expect(await written(1, 3, 3)).not.toHaveProperty('completeness');
  });

  it('says how many there are of those that were asked for', async () => {
    expect((await written(1, 2, 3)).completeness).toEqual({ queues: { collected: 2, of: 3 } });
  });

  it('says how many could not be written', async () => {
    wire.answerNext('part-create', failing(400, 54006), 1);
    expect((await written(1, 3, 3)).completeness).toEqual({ queues: { collected: 3, of: 3, late: 1 } });
  });

  it('stays what it was while queues cannot be read', async () => {
    await written(1, 2, 3);
    expect((await written(2, undefined)).completeness).toEqual({ queues: { collected: 2, of: 3 } });
  });

  it.each([{ queues: 'some' }, { queues: { collected: 'a', of: 2 } }, 7, null])(
    'is not taken from what is none: %j',
    async (completeness) => {
      wire.put({ completeness });
      expect(await written(1, undefined)).not.toHaveProperty('completeness');
    },
  );
});

describe('a straggler of a lease that was deleted', () => {
  const documents = new Map<string, SimulatedDocument>();
  const stored = (name: string): SimulatedDocument => {
    const document = documents.get(name) ?? new SimulatedDocument(() => 0);
    documents.set(name, document);
    return document;
  };
  const queueIn = (name: string) => (stored(name).stored?.data as { queue: { tasks: number } }).queue;

  /** Reads and writes in memory; a test may let something happen before a write. */
  const documentIn = (name: string, beforeWrite: () => Promise<void>): ConditionalDocument => ({
    name,
    read: async () => stored(name).stored,
    write: async (data, replaced) => {
      await beforeWrite();
      return (stored(name).write(data, replaced) as { revision: string | undefined }).revision;
    },
  });

  /** One collection by the lease that there is now, of one queue with so many tasks. */
  async function collect(
    tasks: number,
    { collected_at, ...number }: CollectionNumber & { readonly collected_at: string },
    {
      beforePart = async () => undefined,
      beforeData = async () => undefined,
    }: { readonly [before in 'beforePart' | 'beforeData']?: () => Promise<void> } = {},
  ) {
    const data = await collectDashboardData(
      wire.client(),
      readConfiguration({ TWILIO_WORKSPACE_SID: workspaceSid }),
      time,
    );
    await writeCollection(
      {
        data: documentIn('data', beforeData),
        part: (name) => documentIn(name, beforePart),
        readLease: async () => ({ number: 2, life: 'new' }),
      },
      {
        data: { ...data, collected_at },
        queues: [{ queue: { sid: 'WQ1', tasks } } as unknown as PartContent],
        channels: [],
      },
      number,
      time,
    );
  }

  it('leaves queues alone that the new lease has collected, though its clock is ahead', async () => {
    const at = (second: number): string => `2026-11-22T11:42:${second}Z`;
    await collect(1, { collection: 4, lease: 'old', collected_at: at(10) });
    let isOvertaken = false;
    const straggler = {
      beforePart: async () => {
        if (isOvertaken) return;
        isOvertaken = true;
        await collect(1, { collection: 1, lease: 'new', collected_at: at(13) });
      },
      beforeData: () => Promise.reject(new Error('killed')),
    };
    await collect(2, { collection: 5, lease: 'old', collected_at: at(14) }, straggler).catch(() => undefined);
    // The queue has not changed since the first collection of the new lease, so this one writes nothing.
    await collect(1, { collection: 2, lease: 'new', collected_at: at(16) });

    expect(queueIn('data-queue-1').tasks).toBe(1);
  });
});
