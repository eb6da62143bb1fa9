import type { Account } from './connectToAccount';
import { environments, serviceName, type EnvironmentName } from './environments';
import { ask } from './readAccountState';

export interface DeployedFunction {
  /** `/dashboardStats` */
  readonly path: string;
  readonly sid: string;
  readonly versionSid: string;
}

/** One environment of our Serverless service, as Twilio has it. */
export interface DeployedFunctions {
  readonly serviceSid: string;
  readonly environmentSid: string;
  readonly domain: string;
  /** undefined until something is deployed. */
  readonly buildSid: string | undefined;
  /** What the build serves. */
  readonly functions: readonly DeployedFunction[];
  readonly runtime: string | undefined;
  /** Package names and exact versions. */
  readonly dependencies: Readonly<Record<string, string>>;
  readonly variables: readonly { readonly sid: string; readonly key: string; readonly value: string }[];
}

/** @returns undefined while the environment does not exist */
export async function readFunctions(
  client: Account['client'],
  environment: EnvironmentName,
): Promise<DeployedFunctions | undefined> {
  const services = await ask('Listing the Serverless services', () => client.serverless.v1.services.list());
  const service = services.find(({ uniqueName }) => uniqueName === serviceName);
  if (!service) return undefined;
  const resource = client.serverless.v1.services(service.sid);
  const stages = await ask('Listing the environments of the service', () => resource.environments.list());
  const stage = stages.find(
    ({ domainSuffix }) => (domainSuffix ?? '') === environments[environment].domainSuffix,
  );
  if (!stage) return undefined;
  const variables = await ask('Reading the variables of the Functions', () =>
    resource.environments(stage.sid).variables.list(),
  );
  const build = stage.buildSid
    ? await ask('Reading the build of the Functions', () => resource.builds(stage.buildSid).fetch())
    : undefined;
  return {
    serviceSid: service.sid,
    environmentSid: stage.sid,
    domain: stage.domainName,
    buildSid: build?.sid,
    functions: (build?.functionVersions ?? []).map((version: Record<string, string>) => ({
      path: version.path ?? '',
      sid: version.function_sid ?? '',
      versionSid: version.sid ?? '',
    })),
    runtime: build?.runtime,
    dependencies: Object.fromEntries(
      (build?.dependencies ?? []).map(({ name, version }: Record<string, string>) => [name, version]),
    ),
    variables: variables.map(({ sid, key, value }) => ({ sid, key, value })),
  };
}

/** The code that Twilio runs for each path. */
export async function readCode(
  client: Account['client'],
  { serviceSid, functions }: DeployedFunctions,
): Promise<ReadonlyMap<string, string>> {
  const service = client.serverless.v1.services(serviceSid);
  const code = await ask('Reading the code of the Functions', () =>
    Promise.all(
      functions.map(async ({ path, sid, versionSid }) => {
        const { content } = await service
          .functions(sid)
          .functionVersions(versionSid)
          .functionVersionContent()
          .fetch();
        return [path, content] as const;
      }),
    ),
  );
  return new Map(code);
}

/** The newest build of the service, when Twilio could not build it: the CLI says no more than "ERROR undefined" then. */
export async function readFailedBuild(
  client: Account['client'],
  serviceSid: string,
): Promise<string | undefined> {
  const [newest] = await ask('Listing the builds', () =>
    client.serverless.v1.services(serviceSid).builds.list({ limit: 1 }),
  );
  return newest?.status === 'failed' ? newest.sid : undefined;
}
