import { fine, wrong, type Finding } from './Finding';
import { platformProblem } from './platformVersions';
import type { DeployedFunctions } from './readFunctions';

const handler = '@twilio/runtime-handler';

/** Whether the Functions run on versions that Twilio accepts, so that the next deployment is not refused. */
export function checkBuild({ runtime, dependencies }: DeployedFunctions): readonly Finding[] {
  if (runtime === undefined) return [];
  const version = dependencies[handler];
  if (version === undefined) {
    return [wrong(`The Functions were deployed without ${handler}.`, 'Deploy them again from this project.')];
  }
  const problem = platformProblem(runtime, version);
  return [
    problem === undefined
      ? fine(`The Functions run on ${runtime} with ${handler} ${version}`)
      : wrong(
          `The Functions run on ${runtime} with ${handler} ${version}, which Twilio no longer accepts.`,
          problem,
        ),
  ];
}
