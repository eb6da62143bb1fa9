import type { DeployWorld, Outcome } from '../../scripts/deploy/testing/DeployWorld';
import type { Admin } from './Admin';

/** @throws Error with all that the command printed, when it failed or did not say that */
export function expectDone({ exitCode, output }: Outcome, printed: RegExp): void {
  if (exitCode !== 0 || !printed.test(output))
    throw new Error(`Exit code ${exitCode}, and expected ${printed} in:\n${output}`);
}

/** Deploys the Functions and the plugin in that version, after set-up was run once. @throws Error at the first step that fails */
export async function deployByHand(admin: Admin, version: string, setUpSays: RegExp): Promise<void> {
  expectDone(await admin.deployFunctions(), /Serverless project successfully deployed/);
  expectDone(await admin.setUp(), setUpSays);
  expectDone(await admin.deployPlugin(version), /was successfully deployed using Plugins API/);
  expectDone(await admin.releasePlugin(version), /was successfully enabled/);
}

/** What docs/deploying.md says to do by hand, to a fresh account. @throws Error at the first step that fails */
export async function installByHand(admin: Admin, world: DeployWorld, version: string): Promise<void> {
  expectDone(await admin.setUp(), /Done/);
  await deployByHand(admin, version, /Done: Set the event callback/);
  await world.addTask();
  expectDone(await admin.doctor(), new RegExp(`Flex loads the plugin [\\w-]+ ${version}`));
}
