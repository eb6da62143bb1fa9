import express, { type Request } from 'express';
import { answer, found } from './answer';
import { field, optionalField } from './formFields';
import { listPage } from './listPage';
import { serverlessHost } from './resources';
import type { ServerlessAccount, ServiceOf } from './serverlessRest';
import { requireCompleted, type Environment } from './ServerlessService';

/** Environments of a service, with their variables and deployments. */
export function environmentsRest(
  serviceOf: ServiceOf,
  { environments }: Pick<ServerlessAccount, 'environments'>,
): express.Router {
  const router = express.Router();
  const list = '/v1/Services/:service/Environments';
  const one = `${list}/:environment`;
  const environmentOf = (request: Request): Environment => {
    const name = request.params.environment ?? '';
    const all = [...serviceOf(request).environments.values()];
    return found(
      all.find(({ resource }) => [resource.sid, resource.unique_name].includes(name)),
      request,
    );
  };
  const variableOf = (request: Request) =>
    found(environmentOf(request).variables.get(request.params.variable ?? ''), request);

  router.get(
    list,
    answer(200, (request) => {
      const all = [...serviceOf(request).environments.values()].map(({ resource }) => resource);
      return listPage(request, serverlessHost, 'environments', all);
    }),
  );
  router.post(
    list,
    answer(201, (request) => {
      const suffix = optionalField(request, 'DomainSuffix') || null;
      return serviceOf(request).addEnvironment(field(request, 'UniqueName'), suffix).resource;
    }),
  );
  router.get(
    one,
    answer(200, (request) => environmentOf(request).resource),
  );
  router.delete(
    one,
    answer(204, async (request) => {
      const environment = environmentOf(request);
      serviceOf(request).environments.delete(environment.resource.sid);
      await environments.remove(environment);
    }),
  );

  router.get(
    `${one}/Variables`,
    answer(200, (request) => {
      const all = [...environmentOf(request).variables.values()];
      return listPage(request, serverlessHost, 'variables', all);
    }),
  );
  router.post(
    `${one}/Variables`,
    answer(201, (request) =>
      serviceOf(request).setVariable(environmentOf(request), {
        key: field(request, 'Key'),
        value: field(request, 'Value'),
      }),
    ),
  );
  router.get(`${one}/Variables/:variable`, answer(200, variableOf));
  router.post(
    `${one}/Variables/:variable`,
    answer(200, (request) => {
      const before = variableOf(request);
      const key = optionalField(request, 'Key') ?? before.key;
      const value = optionalField(request, 'Value') ?? before.value;
      return serviceOf(request).setVariable(environmentOf(request), { key, value }, before);
    }),
  );
  router.delete(
    `${one}/Variables/:variable`,
    answer(204, (request) => {
      environmentOf(request).variables.delete(variableOf(request).sid);
    }),
  );

  router.get(
    `${one}/Deployments`,
    answer(200, (request) => {
      const all = [...environmentOf(request).deployments].reverse();
      return listPage(request, serverlessHost, 'deployments', all);
    }),
  );
  router.get(
    `${one}/Deployments/:deployment`,
    answer(200, (request) =>
      found(
        environmentOf(request).deployments.find(({ sid }) => sid === request.params.deployment),
        request,
      ),
    ),
  );
  router.post(
    `${one}/Deployments`,
    answer(201, async (request) => {
      const service = serviceOf(request);
      const environment = environmentOf(request);
      const build = found(service.builds.get(field(request, 'BuildSid')), request);
      requireCompleted(build);
      await environments.deploy(service, environment, build);
      return service.addDeployment(environment, build);
    }),
  );
  return router;
}
