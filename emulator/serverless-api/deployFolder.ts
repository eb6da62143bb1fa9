import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFunctionRoutes } from '../functions/readFunctionRoutes';
import { serviceName } from './Deployment';
import { defaultRuntime } from './acceptedBuilds';
import type { DeployedEnvironments } from './DeployedEnvironments';
import type { Environment } from './ServerlessService';
import type { ServerlessServices } from './ServerlessServices';

/**
 * Leaves an account as `npm run deploy:dev` does: with the built Functions in the development environment of our service.
 * @throws Error when the folder holds no Functions or a process does not start
 */
export async function deployFolder(
  {
    services,
    environments,
  }: { readonly services: ServerlessServices; readonly environments: DeployedEnvironments },
  {
    functionsFolder,
    serverlessFolder,
    variables,
    port,
  }: {
    readonly functionsFolder: string;
    readonly serverlessFolder: string;
    readonly variables: Readonly<Record<string, string>>;
    readonly port: number;
  },
): Promise<Environment> {
  const routes = readFunctionRoutes(functionsFolder);
  const service = services.add({
    uniqueName: serviceName,
    friendlyName: serviceName,
    includeCredentials: true,
    uiEditable: false,
  });
  const environment = service.addEnvironment('dev-environment', 'dev');
  const versions = routes.map(({ path, access, filePath }) =>
    service.addVersion('functions', service.addUploadable('functions', path), {
      path,
      visibility: access,
      content: readFileSync(filePath),
      contentType: 'application/javascript',
    }),
  );
  for (const [key, value] of Object.entries(variables)) service.setVariable(environment, { key, value });
  const build = service.addBuild({
    functionVersions: versions.map(({ resource }) => resource.sid),
    assetVersions: [],
    dependencies: dependenciesOf(serverlessFolder),
    runtime: defaultRuntime,
  });
  service.endBuild(build, 'completed');
  await environments.deploy(service, environment, build, port);
  service.addDeployment(environment, build);
  return environment;
}

function dependenciesOf(serverlessFolder: string): { name: string; version: string }[] {
  const { dependencies } = JSON.parse(readFileSync(join(serverlessFolder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.entries(dependencies).map(([name, version]) => ({ name, version }));
}
