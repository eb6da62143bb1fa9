/** The source of agents in a storm, as in its own test. 1,200 bursts give 1,000 moments to compare, as marked ones are left out. */
import { compareInAStorm } from '../src/testing/compareInAStorm';

it('gives only what was so, at a thousand moments', async () => {
  const { compared, untrue } = await compareInAStorm({ seed: 11, agents: 60, bursts: 1200, cuts: 20 });
  expect(untrue).toEqual([]);
  expect(compared).toBeGreaterThanOrEqual(1000);
}, 600_000);
