/** The source of agents against a contact centre in a storm: as in its own test, with 1,200 bursts of changes, since moments that are marked are not compared, and 20 cuts. */
import { compareInAStorm } from '../src/testing/compareInAStorm';

it('gives only what was so, at a thousand moments', async () => {
  const { compared, untrue } = await compareInAStorm({ seed: 11, agents: 60, bursts: 1200, cuts: 20 });
  expect(untrue).toEqual([]);
  expect(compared).toBeGreaterThanOrEqual(1000);
}, 600_000);
