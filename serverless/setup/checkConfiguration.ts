import type { Configuration } from '../src/configuration';
import { fine, wrong, type Finding } from './Finding';
import { toConfiguration, type EnvironmentFile } from './readEnvironmentFile';
import { SetupProblem } from './SetupProblem';

type Variables = Readonly<Record<string, string>>;

interface Checked {
  readonly findings: readonly Finding[];
  /** What the Functions go by; undefined when it is not valid. */
  readonly configuration?: Configuration;
  readonly variables: Variables;
}

/** The variables that the Functions were deployed with, or, before they are, those of the file. */
export function checkConfiguration(
  deployed: Variables | undefined,
  file: EnvironmentFile | undefined,
  workspaceSid: string,
  deployCommand: string,
): Checked {
  const variables = deployed ?? {
    TWILIO_WORKSPACE_SID: workspaceSid,
    ...withoutBlanks(file?.variables ?? {}),
  };
  const where = deployed ? 'the variables of the Functions' : (file?.name ?? 'the defaults');
  try {
    const configuration = toConfiguration(variables, where);
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
      findings: [valid, ...workspace, ...checkFile(deployed, file, deployCommand)],
      configuration,
      variables,
    };
  } catch (error: unknown) {
    if (!(error instanceof SetupProblem)) throw error;
    return { findings: [wrong(error.message, `After that: ${deployCommand}`)], variables };
  }
}

/** Whether somebody changed the file and did not deploy. A default that is left out is as good as one that is given. */
function checkFile(
  deployed: Variables | undefined,
  file: EnvironmentFile | undefined,
  deployCommand: string,
): readonly Finding[] {
  if (!deployed || !file) return [];
  const meaning = (variables: Variables): string => JSON.stringify(toConfiguration(variables, file.name));
  const given = { ...deployed, ...withoutBlanks(file.variables) };
  const meant = meaning(given);
  const differing = Object.keys(given).filter(
    (key) => meaning({ ...given, [key]: deployed[key] ?? '' }) !== meant,
  );
  return differing.length === 0
    ? []
    : [
        wrong(
          `${file.name} says something else than the Functions were deployed with: ${differing.join(', ')}.`,
          deployCommand,
        ),
      ];
}

const withoutBlanks = (variables: Variables): Variables =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value.trim() !== ''));
