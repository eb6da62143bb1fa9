import { compareInAStorm } from '../../testing/compareInAStorm';

describe('the source of agents in a storm', () => {
  it('gives only what was so, also where connections are cut', async () => {
    const { compared, marked, untrue } = await compareInAStorm({ seed: 7, agents: 40, bursts: 60, cuts: 2 });
    expect(untrue).toEqual([]);
    expect(compared).toBeGreaterThanOrEqual(60);
    expect(marked).toBeGreaterThan(0);
  });
});
