import { Faults } from '../../faults';
import { Journal } from '../../journal';
import { LiveQueries } from './LiveQueries';

function queries({ limits = true } = {}) {
  let at = 1_000_000;
  const items = new Map<string, object>();
  const live = new LiveQueries(
    { items: (index) => (index === 'tr-worker' ? items : undefined), subscribe: () => () => undefined },
    { journal: new Journal(), faults: new Faults(), now: () => at, limits },
  );
  const ask = (identity = 'sup', index = 'tr-worker') => live.ask(index, '', { identity, isLive: true });
  return { live, items, ask, pass: (seconds: number) => (at += seconds * 1000) };
}

describe('LiveQueries', () => {
  it('refuses an identity more than 20 queries a second over ten seconds, and not others', async () => {
    const { ask, pass } = queries();
    for (let asked = 0; asked < 200; asked += 1) await ask();
    await expect(ask()).rejects.toMatchObject({ status: 429 });
    await expect(ask('other')).resolves.toBeDefined();
    pass(1);
    for (let asked = 0; asked < 20; asked += 1) await ask();
    await expect(ask()).rejects.toMatchObject({ status: 429 });
  });

  it('has no rates when limits are off', async () => {
    const { ask } = queries({ limits: false });
    for (let asked = 0; asked < 300; asked += 1) await ask();
  });

  it('knows no other index', async () => {
    await expect(queries().ask('sup', 'tr-weather')).rejects.toMatchObject({ status: 404 });
  });

  it('gives who knows too little to replay the whole set', async () => {
    const { live, items, ask } = queries();
    items.set('A', { n: 1 });
    const query = await ask();
    const { lastEventId } = query;
    for (let number = 0; number < 1001; number += 1) {
      items.set('B', { number });
      items.set(`C${number}`, {});
      live.renew();
      items.delete(`C${number}`);
      live.renew();
    }
    expect(query.changesAfter(lastEventId)).toMatchObject([
      { kind: 'whole', items: [{ key: 'A' }, { key: 'B' }] },
    ]);
    expect(query.changesAfter(query.lastEventId)).toEqual([]);
  });
});
