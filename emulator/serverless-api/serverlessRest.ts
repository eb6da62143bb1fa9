import express, { type Request } from 'express';
import type { Faults } from '../faults';
import type { Journal } from '../journal';
import { strikeRequests } from '../strikeRequests';
import { requireAccount } from './accountCredentials';
import { answer, answerErrors, found } from './answer';
import { buildsRest } from './buildsRest';
import type { DeployedEnvironments } from './DeployedEnvironments';
import { environmentsRest } from './environmentsRest';
import { field, optionalField, optionalFlag } from './formFields';
import { listPage } from './listPage';
import { serverlessHost } from './resources';
import type { ServerlessService } from './ServerlessService';
import type { ServerlessServices } from './ServerlessServices';
import { uploadablesRest } from './uploadablesRest';

export interface ServerlessAccount {
  readonly services: ServerlessServices;
  readonly environments: DeployedEnvironments;
  /** The package whose libraries a build can install. */
  readonly serverlessFolder: string;
  readonly journal: Journal;
  readonly faults: Faults;
}

/** Gives the service that the address names. @throws TwilioError 404 when there is none */
export type ServiceOf = (request: Request) => ServerlessService;

/** Serves https://serverless.twilio.com. A path that is not emulated falls through. */
export function serverlessRest(serverless: ServerlessAccount): express.Router {
  const { services, environments, faults } = serverless;
  const serviceOf: ServiceOf = (request) => found(services.find(request.params.service ?? ''), request);
  const router = express.Router();
  router.use(
    requireAccount,
    strikeRequests(faults, 'serverless-api'),
    express.urlencoded({ extended: false, parameterLimit: 10_000 }),
  );

  router.get(
    '/v1/Services',
    answer(200, (request) =>
      listPage(
        request,
        serverlessHost,
        'services',
        services.all().map(({ resource }) => resource),
      ),
    ),
  );
  router.post(
    '/v1/Services',
    answer(201, (request) => {
      const { resource } = services.add({
        uniqueName: field(request, 'UniqueName'),
        friendlyName: field(request, 'FriendlyName'),
        includeCredentials: optionalFlag(request, 'IncludeCredentials') ?? true,
        uiEditable: optionalFlag(request, 'UiEditable') ?? false,
      });
      return resource;
    }),
  );
  router.get(
    '/v1/Services/:service',
    answer(200, (request) => serviceOf(request).resource),
  );
  router.post(
    '/v1/Services/:service',
    answer(200, (request) => {
      const service = serviceOf(request);
      const { friendly_name, include_credentials, ui_editable } = service.resource;
      service.update({
        friendly_name: optionalField(request, 'FriendlyName') ?? friendly_name,
        include_credentials: optionalFlag(request, 'IncludeCredentials') ?? include_credentials,
        ui_editable: optionalFlag(request, 'UiEditable') ?? ui_editable,
      });
      return service.resource;
    }),
  );
  router.delete(
    '/v1/Services/:service',
    answer(204, async (request) => {
      const service = serviceOf(request);
      services.remove(service);
      for (const environment of service.environments.values()) await environments.remove(environment);
    }),
  );

  router.use(environmentsRest(serviceOf, serverless));
  router.use(uploadablesRest('functions', serviceOf), uploadablesRest('assets', serviceOf));
  router.use(buildsRest(serviceOf, serverless));
  router.use(answerErrors);
  return router;
}
