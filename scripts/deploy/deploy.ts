import { readFileSync } from 'node:fs';
import path from 'node:path';
import { connectToAccount } from '../../serverless/setup/connectToAccount';
import { environments } from '../../serverless/setup/environments';
import { fillInWorkspace } from '../../serverless/setup/fillInWorkspace';
import { readAccountState } from '../../serverless/setup/readAccountState';
import { readEnvironmentFile, toConfiguration } from '../../serverless/setup/readEnvironmentFile';
import { SetupProblem } from '../../serverless/setup/SetupProblem';
import { confirm } from '../../serverless/setup/terminal';
import { checkNode, describeTools, readInstalledTools } from './checkTools';
import type { Commands } from './Commands';
import { planFunctions } from './planFunctions';
import { planPlugin } from './planPlugin';
import { planDisabling, planRelease } from './planRelease';
import { planDoctor, planSetupStep } from './planSetupStep';
import type { Progress } from './Progress';
import type { DeployOptions } from './readDeployOptions';
import type { Project, Step } from './Step';

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly engines: { readonly node: string };
}

/**
 * `npm run deploy`: looks at this machine and the account, shows a plan, asks, and takes the steps of it, each of which
 * asks Twilio whether it is done.
 *
 * @param root absolute path of the folder that holds package.json
 * @returns the exit code
 * @throws SetupProblem
 */
export async function deploy(
  options: DeployOptions,
  root: string,
  commands: Commands,
  progress: Progress,
): Promise<number> {
  const { engines, ...plugin } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  ) as PackageJson;
  checkNode(process.versions.node, engines.node);
  const { result: project } = await progress.during('Checking this machine and the account', () =>
    examine(options, { root, plugin, commands }),
  );
  project.facts.forEach((fact) => progress.say(fact));
  const { result: steps } = await progress.during(
    'Building the Functions, and asking Twilio what is there',
    () => planSteps(options, project),
  );

  progress.say('\nThe plan:');
  describePlan(steps).forEach((line) => progress.say(line));
  if (options.remove) progress.say(`\n${whatStays}`);
  const open = steps.filter(({ isDone }) => !isDone);
  if (options.dryRun) {
    progress.say('\nA dry run: nothing was changed.');
    return 0;
  }
  if (!options.yes && open.some(({ name }) => name !== 'doctor') && !(await confirm('\nDo this?'))) {
    progress.say('Nothing was changed. (--yes does it without asking.)');
    return 1;
  }
  progress.say('');
  for (const step of open) await take(step, options, progress);
  progress.say(`\n${options.remove ? 'The Realtime Dashboard is removed.' : 'Everything is in place.'}`);
  return 0;
}

const whatStays =
  'What stays: the Functions, which nothing calls any more (delete them in Console > Functions), and the uploaded versions of the plugin.';

async function examine(
  { environment }: DeployOptions,
  project: Pick<Project, 'root' | 'plugin' | 'commands'>,
): Promise<Project & { readonly facts: readonly string[] }> {
  const { root, commands } = project;
  const { file } = environments[environment];
  if (!readEnvironmentFile(file)) {
    throw new SetupProblem(
      `There is no serverless/${file}. Make one, and set the time zone and the start of your day in it: cp serverless/.env.example serverless/${file}`,
    );
  }
  const account = connectToAccount(process.env);
  const [versions, state] = await Promise.all([
    readInstalledTools((...words) => commands.run('check', { words, folder: root })),
    readAccountState(account.client, environment),
  ]);
  const tools = describeTools(versions);
  const { variables } = fillInWorkspace(file, state.workspace.sid);
  const { dayStart, timeZone } = toConfiguration(variables, `serverless/${file}`);
  const facts = [
    `Node       ${process.versions.node}`,
    `CLI        ${tools}`,
    `Account    ${account.sid}`,
    `Workspace  ${state.workspace.friendlyName} (${state.workspace.sid})`,
    `Functions  ${state.deployed ? `https://${state.deployed.domain}` : 'not deployed'}`,
    `Day        starts at ${dayStart} in ${timeZone} (serverless/${file})`,
  ];
  return { ...project, environment, account, state, variables, facts };
}

/** One numbered paragraph for each step; what an earlier step does is not said again. */
function describePlan(steps: readonly Step[]): readonly string[] {
  const said = new Set<string>();
  return steps.flatMap(({ name, plan }, index) => {
    const lines = plan.filter((line) => !said.has(line)).flatMap((line) => line.split('\n'));
    plan.forEach((line) => said.add(line));
    return lines.map((line, row) =>
      row === 0 ? `${index + 1}. ${name.padEnd(9)}  ${line}` : `${' '.repeat(14)}${line}`,
    );
  });
}

async function planSteps(options: DeployOptions, project: Project): Promise<readonly Step[]> {
  if (options.remove) return [await planDisabling(project), await planSetupStep(project, true)];
  const planners = {
    functions: planFunctions,
    setup: planSetupStep,
    plugin: planPlugin,
    release: planRelease,
    doctor: planDoctor,
  };
  const steps: Step[] = [];
  for (const name of options.steps) steps.push(await planners[name](project));
  return steps;
}

async function take(step: Step, { environment }: DeployOptions, progress: Progress): Promise<void> {
  const label = step.name.padEnd(9);
  try {
    const { result, seconds } = await progress.during(`${label}  ...`, () => step.run());
    progress.say(`${label}  ${result} (${seconds} s)`);
  } catch (error: unknown) {
    if (!(error instanceof SetupProblem)) throw error;
    throw new SetupProblem(
      `${label}  FAILED: ${error.message}\nThen run the command again, which goes on from here: npm run deploy -- ${environment}`,
    );
  }
}
