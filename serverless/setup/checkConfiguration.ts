import type { Configuration } from '../src/configuration';
import { exampleVariables } from './exampleVariables';
import { fine, wrong, type Finding } from './Finding';
import type { Deployed } from './readAccountState';
import { toConfiguration, type EnvironmentFile } from './readEnvironmentFile';
import { SetupProblem } from './SetupProblem';

type Variables = Readonly<Record<string, string>>;

interface Checked {
  readonly findings: readonly Finding[];
  /** What the Functions go by; undefined when it is not valid. */
  readonly configuration?: Configuration;
}

/** The variables that the Functions were deployed with, or, before they are, those of the file. */
export function checkConfiguration(
  deployed: Deployed | undefined,
  file: EnvironmentFile | undefined,
  workspaceSid: string,
  deployCommand: string,
): Checked {
  const inFile = { TWILIO_WORKSPACE_SID: workspaceSid, ...withoutBlanks(file?.variables ?? {}) };
  const where = deployed ? 'the variables of the Functions' : (file?.name ?? 'the defaults');
  const ambiguous = (file?.problems ?? []).map((problem) =>
    wrong(`In ${file?.name}: ${problem}`, `After that: ${deployCommand}`),
  );
  try {
    const configuration = toConfiguration(deployed?.variables ?? inFile, where);
    const { timeZone, dayStart } = configuration;
    const valid = fine(`In ${where} the day starts at ${dayStart} in ${timeZone}`);
    const workspace =
      configuration.workspaceSid === workspaceSid
        ? []
        : [
            wrong(
              `The Functions read the workspace ${configuration.workspaceSid}, but Flex uses ${workspaceSid}.`,
              `Correct TWILIO_WORKSPACE_SID, then ${deployCommand}`,
            ),
          ];
    return {
      findings: [
        valid,
        ...workspace,
        ...ambiguous,
        ...(deployed && file ? checkFile(deployed, file.name, inFile, deployCommand) : []),
      ],
      configuration,
    };
  } catch (error: unknown) {
    if (!(error instanceof SetupProblem)) throw error;
    return { findings: [wrong(error.message, `After that: ${deployCommand}`), ...ambiguous] };
  }
}

/**
 * Whether what is deployed means the same as the file alone. A default that is left out is as good as one that is given, and
 * a deployment never takes a variable away.
 */
function checkFile(
  deployed: Deployed,
  fileName: string,
  inFile: Variables,
  deployCommand: string,
): readonly Finding[] {
  const meaning = (variables: Variables): string => JSON.stringify(toConfiguration(variables, fileName));
  let meant: string;
  try {
    meant = meaning(inFile);
  } catch (error: unknown) {
    if (!(error instanceof SetupProblem)) throw error;
    return [wrong(error.message, `After that: ${deployCommand}`)];
  }
  const names = [...new Set([...Object.keys(inFile), ...Object.keys(deployed.variables)])];
  const differing = names.filter(
    (name) => meaning({ ...inFile, [name]: deployed.variables[name] ?? '' }) !== meant,
  );
  const changed = differing.filter((name) => name in inFile);
  const leftOver = differing.filter((name) => !(name in inFile));
  return [
    ...(changed.length === 0
      ? []
      : [
          wrong(
            `${fileName} differs from what the Functions were deployed with: ${changed.join(', ')}.`,
            deployCommand,
          ),
        ]),
    ...leftOver.map((name) =>
      wrong(
        `${name}=${deployed.variables[name]} is still deployed, but ${fileName} does not set it. Deploying never removes a variable.`,
        `Write the default into the file (${name}=${exampleVariables()[name] ?? ''}), then ${deployCommand}\n       or: ${unsetCommand(deployed, name)}`,
      ),
    ),
  ];
}

const unsetCommand = ({ serviceSid, domainSuffix }: Deployed, name: string): string =>
  `twilio serverless:env:unset --service-sid ${serviceSid} ${domainSuffix === '' ? '--production' : `--environment ${domainSuffix}`} --key ${name}`;

const withoutBlanks = (variables: Variables): Variables =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value.trim() !== ''));
