import path from 'node:path';
import { readFileSync, writeFileSync, readdirSync } from 'node:fs';
import { environments } from '../../serverless/setup/environments';
import { fillInWorkspace } from '../../serverless/setup/fillInWorkspace';
import { describeStep } from '../../serverless/setup/Plan';
import { ask } from '../../serverless/setup/readAccountState';
import {
  readCode,
  readFailedBuild,
  readFunctions,
  type DeployedFunctions,
} from '../../serverless/setup/readFunctions';
import { problemOf, type Project, type Step } from './Step';

/** Deploys the Functions by the script that people may run by hand, and takes away variables that the file no longer names. */
export async function planFunctions(project: Project): Promise<Step> {
  const { root, environment, account, state, commands } = project;
  const { client } = account;
  const { file } = environments[environment];
  const folder = path.join(root, 'serverless');
  const before = await readFunctions(client, environment);
  const { steps } = fillInWorkspace(file, state.workspace.sid);
  const wanted = deployedVariables(project.variables);
  const leftOver = leftOverVariables(before, wanted, knownVariables(folder));
  // Only to compare: the script that deploys builds again, and checks types as well, which takes most of the time.
  const built = await commands.run('build', { words: ['node', 'build.mjs'], folder });
  if (built.exitCode !== 0) {
    throw problemOf('The Functions cannot be built.', built, commands.logOf('build'));
  }
  const local = readLocalFunctions(folder);
  const changes = [
    ...steps.map(describeStep),
    ...describeVariables(before, wanted),
    ...leftOver.map(({ key }) => `Delete the variable ${key}, which serverless/${file} does not set`),
  ];
  if (changes.length === 0 && before?.buildSid && isSame(local, before, await readCode(client, before))) {
    return {
      name: 'functions',
      isDone: true,
      plan: [`https://${before.domain} serves these Functions already`],
      run: async () => '',
    };
  }

  return {
    name: 'functions',
    isDone: false,
    plan: [
      before?.buildSid
        ? `Deploy the Functions to https://${before.domain}, in place of those that are there`
        : 'Deploy the Functions to a new domain',
      ...changes,
    ],
    async run() {
      for (const step of steps) if (step.kind === 'environment-file') writeFileSync(step.path, step.text);
      // Before the deployment, which is what makes a change of variables take effect.
      for (const { sid, key } of leftOver) {
        const stage = client.serverless.v1
          .services(before?.serviceSid ?? '')
          .environments(before?.environmentSid ?? '');
        await ask(`Deleting the variable ${key}`, () => stage.variables(sid).remove());
      }
      const ended = await commands.run('functions', {
        words: ['npm', 'run', '--silent', `deploy:${environment}`],
        folder,
        environment: { CI: 'true' },
      });
      const after = await readFunctions(client, environment);
      const wrong = whatIsWrong(before, after, [...local.code.keys()], wanted);
      if (!after || wrong) {
        const failed = after && (await readFailedBuild(client, after.serviceSid));
        throw problemOf(
          failed ? `Twilio could not build the Functions (build ${failed}). ${wrong}` : (wrong ?? ''),
          ended,
          commands.logOf('functions'),
          failed
            ? 'Check "dependencies" in serverless/package.json against what Twilio takes: https://www.twilio.com/docs/serverless/functions-assets/handler'
            : undefined,
        );
      }
      return `https://${after.domain} serves them`;
    },
  };
}

/** What the CLI sends: values that are not empty. */
const deployedVariables = (variables: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(variables).filter(([, value]) => value !== ''));

function describeVariables(
  before: DeployedFunctions | undefined,
  wanted: ReadonlyMap<string, string>,
): readonly string[] {
  const known = new Map(before?.variables.map(({ key, value }) => [key, value]));
  const added = [...wanted].filter(([key]) => !known.has(key));
  const changed = [...wanted].filter(([key, value]) => known.has(key) && known.get(key) !== value);
  return [
    ...(added.length > 3
      ? [`Set ${added.length} variables`]
      : added.map(([key, value]) => `Set the variable ${key} to ${value}`)),
    ...changed.map(([key, value]) => `Change the variable ${key} from ${known.get(key)} to ${value}`),
  ];
}

/** Variables of ours that are deployed though the file no longer names them. The CLI adds and changes, and never deletes. */
export function leftOverVariables(
  before: DeployedFunctions | undefined,
  wanted: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): DeployedFunctions['variables'] {
  return (before?.variables ?? []).filter(({ key }) => known.has(key) && !wanted.has(key));
}

/** The names that .env.example explains: only these are ours to delete. */
const knownVariables = (folder: string): ReadonlySet<string> =>
  new Set(
    [...readFileSync(path.join(folder, '.env.example'), 'utf8').matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(
      ([, name = '']) => name,
    ),
  );

/** Whether Twilio runs the code, packages and runtime that are here. */
export const isSame = (
  local: LocalFunctions,
  deployed: DeployedFunctions,
  code: ReadonlyMap<string, string>,
): boolean =>
  local.runtime === deployed.runtime &&
  isSameMap(new Map(Object.entries(local.dependencies)), new Map(Object.entries(deployed.dependencies))) &&
  isSameMap(local.code, code);

const isSameMap = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);

/** @returns undefined when a newer build with all Functions is deployed, and its variables are those of the file */
export function whatIsWrong(
  before: DeployedFunctions | undefined,
  after: DeployedFunctions | undefined,
  paths: readonly string[],
  wanted: ReadonlyMap<string, string>,
): string | undefined {
  if (!after?.buildSid) return 'The Functions were not deployed.';
  if (after.buildSid === before?.buildSid) {
    return `The Functions were not deployed: https://${after.domain} still serves the build from before.`;
  }
  const missing = paths.filter((one) => !after.functions.some(({ path: served }) => served === one));
  if (missing.length > 0) return `https://${after.domain} does not serve ${missing.join(', ')}.`;
  const deployed = new Map(after.variables.map(({ key, value }) => [key, value]));
  const differing = [...wanted].filter(([key, value]) => deployed.get(key) !== value);
  return differing.length === 0
    ? undefined
    : `Twilio has other values of ${differing.map(([key]) => key).join(', ')} than the file.`;
}

/** What `twilio serverless:deploy` would upload. */
interface LocalFunctions {
  /** By path: `/dashboardStats`. */
  readonly code: ReadonlyMap<string, string>;
  /** Package names and exact versions. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** `node22` */
  readonly runtime: string;
}

/** @param folder of the Functions' package.json; they have to be built */
function readLocalFunctions(folder: string): LocalFunctions {
  const built = path.join(folder, 'dist/functions');
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  const { dependencies } = JSON.parse(read('package.json')) as Pick<LocalFunctions, 'dependencies'>;
  // JSON with comments.
  const [, runtime = ''] = /"runtime":\s*"(\w+)"/.exec(read('.twilioserverlessrc')) ?? [];
  const files = readdirSync(built).filter((file) => file.endsWith('.js'));
  return {
    code: new Map(
      // The file dashboardStats.protected.js is served at /dashboardStats.
      files.map((file) => [`/${file.split('.')[0]}`, readFileSync(path.join(built, file), 'utf8')]),
    ),
    dependencies,
    runtime,
  };
}
