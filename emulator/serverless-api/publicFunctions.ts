import express from 'express';
import { forward } from '../functions/forward';
import type { DeployedEnvironments } from './DeployedEnvironments';
import type { ServerlessServices } from './ServerlessServices';

/**
 * Serves https://DOMAIN of every environment: mount it where `/_tw` is. A domain that no environment has, or none has any
 * longer, gives no answer; one that nothing was deployed to answers 404.
 */
export function publicFunctions(
  services: ServerlessServices,
  environments: Pick<DeployedEnvironments, 'all'>,
): express.Router {
  const router = express.Router();
  const exists = (domain: string): boolean =>
    services
      .all()
      .some((service) =>
        [...service.environments.values()].some(({ resource }) => resource.domain_name === domain),
      );
  router.use(
    '/:domain([\\w-]+\\.twil\\.io)',
    express.raw({ type: () => true, limit: '6mb' }),
    (request, response, next) => {
      const { domain = '' } = request.params;
      const body: Buffer = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const deployed = environments.all().find((environment) => environment.domain === domain);
      if (!exists(domain)) return void request.socket.destroy();
      if (!deployed) return void response.status(404).type('text/plain').send('nothing is deployed here');
      const { method, url } = request;
      const headers = { ...request.headers, host: domain };
      forward(Number(new URL(deployed.localOrigin).port), { method, url, headers }, body)
        .then((reply) => {
          for (const [name, value] of Object.entries(reply.headers)) {
            if (value !== undefined && /^(content-type|access-control-)/.test(name))
              response.setHeader(name, value);
          }
          response.status(reply.status).send(reply.body);
        })
        .catch(next);
    },
  );
  return router;
}
