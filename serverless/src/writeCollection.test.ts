import type { StoredDashboardData } from '../../src/contract/dashboardData';
import { collectDashboardData } from './collectDashboardData';
import { readConfiguration } from './configuration';
import type { PartContent } from './fitPart';
import { syncDocument } from './syncDocument';
import { FakeClock } from './testing/FakeClock';
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
