import { scenarioNames } from '../emulator/scenarios';

export interface StartOptions {
  readonly port: number;
  readonly scenario: string;
  readonly opensBrowser: boolean;
  readonly watches: boolean;
}

/** What a person may ask of `npm start`. @throws Error that says what was wrong and what is known */
export function startOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): StartOptions {
  let scenario = 'ordinary-day';
  let opensBrowser = !environment.CI;
  let watches = false;
  const rest = [...args];
  while (rest.length > 0) {
    const arg = rest.shift() ?? '';
    if (arg === '--no-open') opensBrowser = false;
    else if (arg === '--watch') watches = true;
    else if (arg === '--scenario') scenario = rest.shift() ?? '';
    else if (arg.startsWith('--scenario=')) scenario = arg.slice('--scenario='.length);
    else throw new Error(`Unknown option "${arg}". Known are --scenario NAME, --no-open and --watch.`);
  }
  if (!scenarioNames.includes(scenario)) {
    throw new Error(
      `There is no scenario "${scenario}". Choose one of ${scenarioNames.join(', ')}: npm start -- --scenario ${scenarioNames[0]}`,
    );
  }
  const port = Number(environment.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_534) {
    throw new Error(
      `PORT is "${environment.PORT}"; it must be a whole number from 1 to 65534. The port after it is taken too, for the Functions.`,
    );
  }
  return { port, scenario, opensBrowser, watches };
}
