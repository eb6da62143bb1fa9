import { environments } from './environments';
import { describeDay, requireEnvironmentFile, toConfiguration } from './readEnvironmentFile';
import { checkUsage, readCheckOptions } from './readOptions';
import { SetupProblem } from './SetupProblem';
import { print, run } from './terminal';

/** `npm run check`: whether an environment's file can be deployed. It needs no account, and changes nothing. */
run(checkUsage, (words) => {
  const { environment } = readCheckOptions(words, process.env);
  const { name, variables } = requireEnvironmentFile(environments[environment].file);
  if (!variables.TWILIO_WORKSPACE_SID) {
    throw new SetupProblem(
      `In ${name}: TWILIO_WORKSPACE_SID is empty. "npm run setup -- ${environment}" writes the workspace of your account there.`,
    );
  }
  print(`${name} can be deployed. The day ${describeDay(toConfiguration(variables, name), name)}.`);
  return 0;
});
