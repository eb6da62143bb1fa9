import { account } from '../account';
import { readFunctionRoutes } from './readFunctionRoutes';
import { serveBuild, type FunctionsPlatform, type PlatformOptions } from './serveBuild';

export type { FunctionsPlatform } from './serveBuild';

export interface FunctionsPlatformOptions extends PlatformOptions {
  /** The built Functions, as they would be deployed: `serverless/dist/functions`. */
  readonly functionsFolder: string;
  /** The Functions' variables. The account's credentials are added, as Twilio adds them. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Runs the Functions of a folder without deploying them to an account.
 * @throws Error when the port is taken, the folder holds no Functions, or a process does not start
 */
export async function startFunctionsPlatform({
  functionsFolder,
  environment,
  ...options
}: FunctionsPlatformOptions): Promise<FunctionsPlatform> {
  const build = {
    functions: readFunctionRoutes(functionsFolder),
    assets: [],
    baseFolder: options.serverlessFolder,
    environment: { ACCOUNT_SID: account.accountSid, AUTH_TOKEN: account.authToken, ...environment },
  };
  if (build.environment.AUTH_TOKEN.length !== 32) {
    throw new Error(
      "Twilio's runtime takes only an AUTH_TOKEN of 32 characters. Change authToken in emulator/account.ts",
    );
  }
  return serveBuild(build, options);
}
