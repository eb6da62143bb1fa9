import type { Step } from './Plan';
import { readEnvironmentFile } from './readEnvironmentFile';
import { SetupProblem } from './SetupProblem';

const variable = 'TWILIO_WORKSPACE_SID';

/**
 * The variables of an environment's file; where the workspace is left out, Flex's own, and a step that writes it down.
 * @throws SetupProblem when there is no file, or it names another workspace than Flex uses
 */
export function fillInWorkspace(
  fileName: string,
  workspaceSid: string,
): { variables: Readonly<Record<string, string>>; steps: readonly Step[] } {
  const file = readEnvironmentFile(fileName);
  if (!file) {
    throw new SetupProblem(
      `There is no ${fileName} here. Copy .env.example to ${fileName}, and set the time zone and the start of your day in it.`,
    );
  }
  const { name, path, text, variables } = file;
  const given = variables[variable]?.trim() ?? '';
  if (given === workspaceSid) return { variables, steps: [] };
  if (given !== '') {
    throw new SetupProblem(
      `In ${name}: ${variable} is ${given}, but Flex in this account uses ${workspaceSid}. Correct it, or use the credentials of the other account.`,
    );
  }
  const line = `${variable}=${workspaceSid}`;
  const pattern = new RegExp(`^${variable}=.*$`, 'm');
  const filled = pattern.test(text) ? text.replace(pattern, line) : `${text.trimEnd()}\n${line}\n`;
  return {
    variables: { ...variables, [variable]: workspaceSid },
    steps: [{ kind: 'environment-file', name, path, text: filled, before: text, workspaceSid }],
  };
}
