import { Faults } from './faults';
import { Random } from '../src/testing/Random';

test('strikes the next requests on its target, as many as ordered, then no more', async () => {
  const faults = new Faults();
  faults.order({ target: 'statistics', times: 2, status: 503 });
  expect(await faults.strike('sync-read')).toEqual({});
  expect((await faults.strike('statistics')).error).toMatchObject({ status: 503, code: 50_300 });
  expect((await faults.strike('statistics')).error).toBeDefined();
  expect(await faults.strike('statistics')).toEqual({});
});

test('strikes about the share of requests that is ordered, and as many as ordered', async () => {
  const faults = new Faults(new Random(1).next);
  faults.order({ target: 'event-post', times: 100, share: 0.25, duplicate: 1 });
  let struck = 0;
  for (let request = 0; request < 200; request += 1)
    struck += (await faults.strike('event-post')).duplicate ?? 0;
  expect(struck).toBeGreaterThan(30);
  expect(struck).toBeLessThan(70);
  for (let request = 0; request < 2000; request += 1)
    struck += (await faults.strike('event-post')).duplicate ?? 0;
  expect(struck).toBe(100);
});

test('strikes only the requests that it names', async () => {
  const faults = new Faults();
  faults.order({ target: 'serverless-api', times: 1, status: 500, request: 'POST /v1/Services' });
  expect(await faults.strike('serverless-api', 'GET /v1/Services')).toEqual({});
  expect((await faults.strike('serverless-api', 'POST /v1/Services/ZS/Builds')).error).toBeDefined();
});

test('withdraws one order and leaves the others', async () => {
  const faults = new Faults();
  const withdraw = faults.order({ target: 'sync-write', times: 5, status: 500 });
  faults.order({ target: 'sync-write', times: 5, status: 429, code: 20_429 });
  withdraw();
  withdraw();
  expect((await faults.strike('sync-write')).error).toMatchObject({ status: 429, code: 20_429 });
});

test('tells who holds sockets for how long to cut them', () => {
  const faults = new Faults();
  const cuts: number[] = [];
  faults.whenSocketsAreCut((seconds) => cuts.push(seconds));
  faults.cutSockets(5);
  faults.cutSockets(0);
  expect(cuts).toEqual([5, 0]);
});
