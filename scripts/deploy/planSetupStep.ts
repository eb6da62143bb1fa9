import path from 'node:path';
import { isOurs } from '../../serverless/setup/readAccountState';
import { SetupProblem } from '../../serverless/setup/SetupProblem';
import { lastLines, type Ended } from './Commands';
import { problemOf, type Project, type Step } from './Step';

/** Set-up, by its own command: its dry run is the plan, and its exit code can be trusted. */
export async function planSetupStep(project: Project, remove = false): Promise<Step> {
  const { environment, commands, state } = project;
  const words = [environment, ...(remove ? ['--remove'] : [])];
  const planned = await runScript(project, 'setup', [...words, '--dry-run']);
  if (planned.exitCode !== 0) throw new SetupProblem(planned.output.trim());
  const { steps: firstSteps, notes } = readSetupPlan(planned.output);
  // Its note before the first deployment says to deploy, which is about to happen.
  const steps = state.deployed || remove ? [...firstSteps, ...notes] : firstSteps;
  const later = state.deployed || remove ? [] : describeLater(project);
  return {
    name: 'setup',
    isDone: firstSteps.length + later.length === 0,
    plan: steps.length + later.length === 0 ? ['Everything is set up'] : [...steps, ...later],
    async run() {
      const ended = await runScript(project, 'setup', [...words, '--yes']);
      if (ended.exitCode !== 0) throw problemOf('Set-up failed.', ended, commands.logOf('setup'), '');
      const done = ended.output.match(/^Done: /gm)?.length ?? 0;
      return done === 0 ? 'nothing to do' : `${done} ${done === 1 ? 'change' : 'changes'} made`;
    },
  };
}

/** The doctor, whose findings are the last word. */
export function planDoctor(project: Project): Step {
  return {
    name: 'doctor',
    isDone: false,
    plan: ['Check the installation'],
    async run() {
      const { exitCode, output } = await runScript(project, 'doctor', [project.environment]);
      const { lines, fine } = readFindings(output);
      if (exitCode !== 0) {
        throw new SetupProblem(
          `${fine} checks passed, and these did not:\n${lines === '' ? lastLines(output) : lines}`,
        );
      }
      return `${fine} of ${fine} checks passed`;
    },
  };
}

const runScript = (
  { root, commands }: Project,
  script: 'setup' | 'doctor',
  words: readonly string[],
): Promise<Ended> =>
  commands.run(script, {
    words: ['npm', 'run', '--silent', script, '--', ...words],
    folder: path.join(root, 'serverless'),
  });

/** The numbered lines of set-up's plan, and its notes, which may have several lines. */
export function readSetupPlan(output: string): {
  readonly steps: readonly string[];
  readonly notes: readonly string[];
} {
  return {
    steps: [...output.matchAll(/^\d+\. (.*)$/gm)].map(([, step = '']) => step),
    notes: output.match(/^Note: .*(?:\n {2}.*)*/gm) ?? [],
  };
}

/** What the doctor found wrong, with its advice, and how many things were fine. */
export function readFindings(output: string): { readonly lines: string; readonly fine: number } {
  const wrong = output.match(/^WRONG .*(?:\n {7}.*)*/gm) ?? [];
  return { lines: wrong.join('\n'), fine: output.match(/^ok /gm)?.length ?? 0 };
}

/** Set-up can only tell after the deployment where the Functions are. */
function describeLater({ state }: Project): readonly string[] {
  const { callbackUrl } = state.workspace;
  return [
    'Tell dashboards the address of the Functions',
    callbackUrl === '' || isOurs(callbackUrl, state)
      ? "Make the Functions the workspace's event callback"
      : `Leave the workspace's event callback with the app that has it: ${callbackUrl}`,
  ];
}
