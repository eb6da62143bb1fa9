import fc from 'fast-check';
import { simulateCollector, type Simulated, type Simulation } from './simulateCollector';

interface Runs<S> {
  readonly numRuns: number;
  /** Simulations that once failed. They are tried first, every time. */
  readonly found?: readonly S[];
}

/**
 * Runs the collector in many random simulations, and checks each. A failure names its seed, its path and the simulation; add
 * that simulation to `found`. To search longer than every day:
 * `SIMULATIONS=20000 npx jest --selectProjects serverless --testTimeout 3600000`
 */
export const holdsForEvery = <S extends Simulation>(
  simulations: fc.Arbitrary<S>,
  check: (simulated: Simulated, simulation: S) => void,
  { numRuns, found = [] }: Runs<S>,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(simulations, async (simulation) =>
      check(await simulateCollector(simulation), simulation),
    ),
    {
      numRuns: Number(process.env.SIMULATIONS ?? numRuns),
      examples: found.map((simulation) => [simulation]),
    },
  );
