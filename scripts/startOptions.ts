import { CommandLineEnd, readCommandLine } from './commandLine';
import { rootCommands } from './rootCommands';
import { scenarioNames } from '../emulator/scenarios';

export interface StartOptions {
  readonly port: number;
  readonly scenario: string;
  readonly opensBrowser: boolean;
  readonly watches: boolean;
}

/** What a person may ask of `npm start`. @throws CommandLineEnd that says what was wrong and what is known */
export function startOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): StartOptions {
  const { flags, values } = readCommandLine(rootCommands.start, args, environment);
  const scenario = values.get('scenario') ?? 'ordinary-day';
  if (!scenarioNames.includes(scenario)) {
    throw new CommandLineEnd(
      `There is no scenario "${scenario}". Choose one of ${scenarioNames.join(', ')}: npm start -- --scenario ${scenarioNames[0]}`,
      1,
    );
  }
  // Containers and scripts set an empty one where they mean none.
  const port = Number(environment.PORT?.trim() || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_534) {
    throw new CommandLineEnd(
      `PORT is "${environment.PORT}"; it must be a whole number from 1 to 65534. The port after it is taken too, for the Functions.`,
      1,
    );
  }
  return {
    port,
    scenario,
    opensBrowser: !environment.CI && !flags.has('no-open'),
    watches: flags.has('watch'),
  };
}
