import express, { type Request } from 'express';
import { TwilioError } from '../twilioError';
import { answer, found } from './answer';
import { fieldList, optionalField } from './formFields';
import { installationProblem } from './installBuild';
import { listPage } from './listPage';
import { serverlessHost, type Dependency } from './resources';
import type { ServerlessAccount, ServiceOf } from './serverlessRest';
import type { Build, ServerlessService } from './ServerlessService';

/** A build takes a while; on Twilio, more than a second. */
const buildMs = 100;

/** Builds of a service. Each is `building` at first, and `completed` or `failed` a moment later. */
export function buildsRest(
  serviceOf: ServiceOf,
  { serverlessFolder, journal, faults }: ServerlessAccount,
): express.Router {
  const router = express.Router();
  const list = '/v1/Services/:service/Builds';
  const one = `${list}/:build`;
  const buildOf = (request: Request): Build =>
    found(serviceOf(request).builds.get(request.params.build ?? ''), request);

  const finish = async (service: ServerlessService, build: Build, request: string): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, buildMs).unref());
    const { error, garbage } = await faults.strike('serverless-build', request);
    const ordered = (error ?? garbage) ? 'an ordered fault' : undefined;
    const problem = ordered ?? installationProblem(build.resource.dependencies, serverlessFolder);
    if (problem) journal.record('fault', `Build ${build.resource.sid} failed: ${problem}`);
    service.endBuild(build, problem ? 'failed' : 'completed');
  };

  router.get(
    list,
    answer(200, (request) => {
      const all = [...serviceOf(request).builds.values()].map(({ resource }) => resource);
      return listPage(request, serverlessHost, 'builds', all.reverse());
    }),
  );
  router.post(
    list,
    answer(201, (request) => {
      const service = serviceOf(request);
      const build = service.addBuild({
        functionVersions: fieldList(request, 'FunctionVersions'),
        assetVersions: fieldList(request, 'AssetVersions'),
        dependencies: readDependencies(optionalField(request, 'Dependencies')),
        runtime: optionalField(request, 'Runtime'),
      });
      void finish(service, build, `${request.method} ${request.path}`);
      return build.resource;
    }),
  );
  router.get(
    one,
    answer(200, (request) => buildOf(request).resource),
  );
  router.delete(
    one,
    answer(204, (request) => serviceOf(request).removeBuild(buildOf(request))),
  );
  router.get(
    `${one}/Status`,
    answer(200, (request) => {
      const { sid, account_sid, service_sid, status, url } = buildOf(request).resource;
      return { sid, account_sid, service_sid, status, url: `${url}/Status` };
    }),
  );
  return router;
}

/** JSON, which the Serverless Toolkit puts between a further pair of double quotes. */
function readDependencies(text = '[]'): readonly Dependency[] {
  const json = text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch {
    throw new TwilioError(400, 20001, 'Dependencies is not JSON');
  }
  if (!Array.isArray(read) || !read.every(isDependency)) {
    throw new TwilioError(400, 20001, 'Dependencies must be a list of objects with name and version');
  }
  return read.map(({ name, version }) => ({ name, version }));
}

const isDependency = (one: unknown): one is Dependency => {
  const { name, version } = Object(one) as Partial<Record<keyof Dependency, unknown>>;
  return typeof name === 'string' && typeof version === 'string';
};
