import type { Account } from '../../serverless/setup/connectToAccount';
import type { EnvironmentName } from '../../serverless/setup/environments';
import type { AccountState } from '../../serverless/setup/readAccountState';
import { SetupProblem } from '../../serverless/setup/SetupProblem';
import { lastLines, type Commands, type Ended } from './Commands';
import type { StepName } from './readDeployOptions';

/** One part of a deployment, planned from what Twilio has. */
export interface Step {
  readonly name: StepName;
  /** What it will do, or why there is nothing to do. */
  readonly plan: readonly string[];
  readonly isDone: boolean;
  /** @returns what is so now, as Twilio says  @throws SetupProblem */
  run(): Promise<string>;
}

/** What steps are planned with. */
export interface Project {
  /** Absolute path of the folder that holds package.json. */
  readonly root: string;
  readonly environment: EnvironmentName;
  readonly plugin: { readonly name: string; readonly version: string };
  readonly account: Account;
  readonly state: AccountState;
  /** What the environment's file says. */
  readonly variables: Readonly<Record<string, string>>;
  readonly commands: Commands;
}

/** A problem with what a command said last: Twilio, not the command's exit code, tells whether it did its work. */
export function problemOf(
  what: string,
  { output }: Ended,
  log: string,
  advice = 'Read what the command said, and correct it.',
): SetupProblem {
  return new SetupProblem(`${what}\nThe command said (all of it: ${log}):\n${lastLines(output)}\n${advice}`);
}
