/** Single accidents, step by step; requestCollection.test.ts lets them happen at random. */
import { InstanceMemory } from './InstanceMemory';
import type { Lease } from './lease';
import { requestCollection, type CollectionWorld } from './requestCollection';
import { SimulatedDocument } from './testing/SimulatedDocument';
import { SimulatedTime } from './testing/SimulatedTime';

const timing = { intervalMs: 2_000, trailingMs: 3_000 };
let time: SimulatedTime;
let lease: SimulatedDocument;
/** Numbers of the collections that were written. */
let written: number[];

beforeEach(() => {
  time = new SimulatedTime();
  lease = new SimulatedDocument(time.now);
  written = [];
});

const promised = () => lease.stored?.data as Lease;

function put(data: Lease): void {
  lease.write(data, lease.stored);
}

function world(invocation: string, more: Partial<CollectionWorld<null>> = {}): CollectionWorld<null> {
  return {
    invocation,
    clock: time,
    lease: {
      name: 'lease',
      read: async () => lease.stored,
      write: async (data, replaced) => {
        const done = lease.write(data, replaced as typeof lease.stored);
        return done === 'refused' ? undefined : done.revision;
      },
    },
    collect: async () => null,
    write: async (_, { number }) => void written.push(number),
    ...more,
  };
}

/** A clock on which the first wait takes so much longer: the instance was frozen meanwhile. */
function frozenFor(milliseconds: number): CollectionWorld<null>['clock'] {
  let left = milliseconds;
  return {
    now: time.now,
    wait: (wanted) => {
      const whole = wanted + left;
      left = 0;
      return time.wait(whole);
    },
  };
}

/** Begins something in the simulated time, and lets all happen that follows from it. */
async function begin(act: () => Promise<unknown>): Promise<unknown> {
  const begun: Promise<unknown>[] = [];
  time.at(0, () => void begun.push(act()));
  const all = new Promise((resolve) => time.at(0, () => resolve(Promise.all(begun))));
  all.catch(() => undefined);
  await time.run();
  return all;
}

test('whoever was frozen until the next number may have begun takes a new number', async () => {
  const late = world('late', { clock: frozenFor(3_000) });
  await begin(() => requestCollection(late, timing, new InstanceMemory()));

  expect(written).toEqual([2, 3]);
});

test('whoever gives up a promise that would have covered the event collects nevertheless', async () => {
  put({ number: 5, due: 400, by: 'other' });
  const late = world('late', { clock: frozenFor(3_000) });

  // It promises 2,400, which is after the event, and wakes at 5,400.
  expect(await begin(() => requestCollection(late, timing, new InstanceMemory()))).toEqual(['collected']);
  expect(written).toEqual([7, 8]);
});

test('whoever was frozen until there is hardly time to answer collects no more, and says so', async () => {
  const late = world('late', { clock: frozenFor(9_000) });

  await expect(begin(() => requestCollection(late, timing, new InstanceMemory()))).rejects.toMatchObject({
    status: 503,
    code: 'out-of-time',
  });
  expect(written).toEqual([]);
});

test('whoever loses the answer to his promise keeps it, though another stands on top of it already', async () => {
  const honest = world('loser').lease;
  const loser = world('loser', {
    lease: {
      ...honest,
      write: async (data, replaced) => {
        await honest.write(data, replaced);
        put({ number: 2, due: time.now() + 2_000, by: 'other', before: 'loser' });
        return undefined;
      },
    },
  });
  await begin(() => requestCollection(loser, timing, new InstanceMemory()));

  expect(written).toEqual([1]);
});

test('a forged due time is not remembered, so that what is covered goes on to be answered without asking', async () => {
  put({ number: 5, due: 1e15, by: 'nobody' });
  const memory = new InstanceMemory();
  let reads = 0;
  const event = (invocation: string) => {
    const { lease: honest, ...rest } = world(invocation);
    const counting = { ...honest, read: () => ((reads += 1), honest.read()) };
    return requestCollection({ ...rest, lease: counting }, timing, memory);
  };
  const answers: Promise<unknown>[] = [];
  [0, 100].forEach((at) => time.at(at, () => void answers.push(event(`at ${at}`))));
  let before = 0;
  time.at(200, () => (before = reads));
  [300, 400, 500].forEach((at) => time.at(at, () => void answers.push(event(`at ${at}`))));
  let after = -1;
  time.at(600, () => (after = reads));
  await time.run();
  await Promise.all(answers);

  expect(after).toBe(before);
});

test('an instance that was busy long ago promises no further ahead than any other', async () => {
  const [busy, other] = [new InstanceMemory(), new InstanceMemory()];
  const answers: Promise<unknown>[] = [];
  const event = (at: number, memory: InstanceMemory) =>
    time.at(at, () => void answers.push(requestCollection(world(`at ${at}`), timing, memory)));
  [0, 100, ...Array.from({ length: 20 }, (_, index) => 200 + index)].forEach((at) => event(at, busy));
  // After a quiet minute its first question is the last that the busy time concerns.
  [60_000, 60_100].forEach((at) => event(at, busy));
  event(61_700, other);
  event(61_750, busy);
  let due = 0;
  time.at(61_800, () => ({ due } = promised()));
  await time.run();
  await Promise.all(answers);

  expect(due).toBe(64_000);
});

test('whoever finds the lease gone stays for the trailing collection all the same', async () => {
  time.at(1_500, () => lease.remove());
  await begin(() => requestCollection(world('alone'), timing, new InstanceMemory()));

  expect(written).toEqual([1, 1]);
});

test('a lease that came in place of another ends no wait for the trailing collection unless it promises a later one', async () => {
  put({ number: 5, due: 0, by: 'other' });
  // It promises 2,000; after that the lease is deleted, and somebody else promises 2,000, too.
  time.at(2_100, () => (lease.remove(), put({ number: 1, due: 2_000, by: 'other' })));
  await begin(() => requestCollection(world('late'), timing, new InstanceMemory()));

  expect(written).toEqual([6, 2]);
});

describe('whoever waits for a promise of a lease that is deleted meanwhile', () => {
  const late = () => requestCollection(world('late'), timing, new InstanceMemory());
  beforeEach(() => put({ number: 5, due: 0, by: 'other', life: 'old' }));

  test('promises again in the lease that came in its place, and collects at once', async () => {
    time.at(500, () => (lease.remove(), put({ number: 1, due: 1_000, by: 'other', life: 'new' })));
    let begun = 0;
    time.at(2_001, () => (begun = written.length));
    await begin(late);

    expect(written).toEqual([2, 3]);
    expect(begun).toBe(1);
  });

  test('begins a lease where there is none, for the same moment', async () => {
    time.at(500, () => lease.remove());
    let due = 0;
    time.at(2_001, () => ({ due } = promised()));
    await begin(late);

    expect(written).toEqual([1, 2]);
    expect(due).toBe(2_000);
  });

  /** Whose first collection takes a second; any other finds no time. */
  const slow = () => {
    let collections = 0;
    const collect = async () => {
      collections += 1;
      if (collections > 1) throw new Error('TaskRouter did not answer');
      return time.wait(1_000).then(() => null);
    };
    const { lease: honest, ...rest } = world('slow', { collect });
    const read = async () => (await time.wait(10), honest.read());
    return requestCollection({ ...rest, lease: { ...honest, read } }, timing, new InstanceMemory());
  };

  test.each([
    ['there is no other', () => lease.remove(), 1],
    ['the last promise is an interval older', () => put({ number: 1, due: 0, by: 'other', life: 'new' }), 2],
  ])(
    'writes what it had begun when it lacks the time to begin again, where %s',
    async (_, replace, number) => {
      time.at(500, replace);
      await begin(() => slow().catch(() => undefined));

      expect(written).toEqual([number]);
    },
  );

  test('does not write it where somebody else may have begun after it', async () => {
    time.at(500, () => put({ number: 1, due: 1_900, by: 'other', life: 'new' }));

    await expect(begin(slow)).rejects.toThrow('TaskRouter did not answer');
    expect(written).toEqual([]);
  });

  test('writes it when promising again takes so long that the next number may have begun', async () => {
    time.at(500, () => lease.remove());
    const { lease: honest, ...rest } = world('late');
    const read = async () => {
      if (time.now() >= 2_000 && time.now() < 3_500) await time.wait(900);
      return honest.read();
    };
    const collected: number[] = [];
    const collect = async (begun: number) => (collected.push(begun), null);
    await begin(() =>
      requestCollection({ ...rest, collect, lease: { ...honest, read } }, timing, new InstanceMemory()),
    );

    expect(written).toEqual([1, 2]);
    expect(collected).toHaveLength(2);
  });

  test('collects though somebody makes a trailing collection, which may lack the time', async () => {
    time.at(500, () => put({ number: 1, due: 2_100, by: 'other', life: 'new', trails: true }));
    await begin(late);

    expect(written).toEqual([2, 3]);
  });

  test('collects nothing when somebody promises there to begin no earlier', async () => {
    time.at(500, () => (lease.remove(), put({ number: 1, due: 2_100, by: 'other', life: 'new' })));

    expect(await begin(late)).toEqual(['covered']);
    expect(written).toEqual([]);
  });

  test('promises no further ahead there, however busy its instance', async () => {
    const memory = new InstanceMemory();
    time.at(500, () => put({ number: 1, due: 2_100, by: 'other', life: 'new', took: 100 }));
    time.at(1_500, () => (memory.answered = 8));

    expect(await begin(() => requestCollection(world('busy'), timing, memory))).toEqual(['covered']);
  });

  test('keeps it when Sync does not tell whether the lease is there', async () => {
    const { lease: honest, ...rest } = world('late');
    const read = async () => {
      if (time.now() >= 2_000) throw new Error('Sync is down');
      return honest.read();
    };
    await begin(() =>
      requestCollection({ ...rest, lease: { ...honest, read } }, timing, new InstanceMemory()).catch(
        () => undefined,
      ),
    );

    expect(written).toEqual([6]);
  });
});

test('somebody else’s trailing collection that comes too soon does not stand for the own one', async () => {
  time.at(1_500, () => (lease.remove(), put({ number: 1, due: 1_500, by: 'other', trails: true })));
  await begin(() => requestCollection(world('last'), timing, new InstanceMemory()));

  expect(written).toEqual([1, 2]);
});

test('a trailing collection covers no event that comes after its promise, however far its clock is ahead', async () => {
  put({ number: 5, due: 1_000, by: 'ahead', trails: true });
  const memory = new InstanceMemory();
  const event = () => requestCollection(world('event'), timing, memory);
  const again = () => requestCollection(world('again'), timing, memory);

  let due = 0;
  time.at(1, () => ({ due } = promised()));

  expect(await begin(() => Promise.all([event(), again()]))).toEqual([['collected', 'covered']]);
  expect(written).toEqual([6, 7]);
  expect(due).toBe(2_000);
});

test('a trailing collection is recent enough for a dashboard that asks a little later', async () => {
  put({ number: 5, due: -1_000, by: 'other', trails: true });
  const ask = () => requestCollection(world('refresh'), timing, new InstanceMemory(), -5_000);

  expect(await begin(ask)).toEqual(['covered']);
});

test('an invocation that finds the lease gone twice gives each life a name of its own', async () => {
  const lives: (string | undefined)[] = [];
  const twice = world('twice', { write: async (_, { life }) => void lives.push(life) });
  time.at(1_500, () => lease.remove());
  await begin(() => requestCollection(twice, timing, new InstanceMemory()));

  expect(new Set(lives).size).toBe(2);
});

test.each([
  ['nobody knows', undefined, 2_000],
  ['they are slow', 5_000, 2_000],
  ['they are quick', 100, 4_000],
])('a busy instance promises so far ahead while %s how long statistics take', async (_, took, due) => {
  put({ number: 5, due: 2_000, by: 'other', ...(took !== undefined && { took }) });
  const busy = Object.assign(new InstanceMemory(), { answered: 8 });
  let furthest = 0;
  time.at(1, () => (furthest = promised().due));
  await begin(() => requestCollection(world('busy'), timing, busy));

  expect(furthest).toBe(due);
});

test('whoever collects when nobody knows how long it takes leaves that in the lease', async () => {
  const slow = world('slow', { collect: async () => (await time.wait(5_500), null) });
  let told: number | undefined;
  time.at(5_501, () => (told = promised().took));
  await begin(() => requestCollection(slow, timing, new InstanceMemory()));

  expect(told).toBe(5_500);
});
