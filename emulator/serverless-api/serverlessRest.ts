import express from 'express';
import { account, sid } from '../account';
import { TwilioError } from '../twilioError';
import { requireAccount } from './accountCredentials';
import { domainBase, environmentSid, serviceName, serviceSid, type Deployment } from './Deployment';
import { listPage } from './listPage';

const started = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
const dates = { date_created: started, date_updated: started };
const host = 'https://serverless.twilio.com';

/**
 * Serves https://serverless.twilio.com, reading only: our service with its development environment and variables, and
 * beside it the service that Flex keeps plugins in, as every account has one. Anything else falls through.
 */
export function serverlessRest(deployment: Deployment): express.Router {
  const router = express.Router();
  router.use(requireAccount);

  const service = (number: number, uniqueName: string, base: string) => ({
    sid: sid('ZS', number),
    account_sid: account.accountSid,
    unique_name: uniqueName,
    friendly_name: uniqueName,
    include_credentials: true,
    ui_editable: false,
    domain_base: base,
    ...dates,
    url: `${host}/v1/Services/${sid('ZS', number)}`,
    links: {},
  });
  const services = [service(2, 'default', 'default-4321'), service(1, serviceName, domainBase)];
  const environments = [
    {
      sid: environmentSid,
      account_sid: account.accountSid,
      service_sid: serviceSid,
      build_sid: sid('ZB', 1),
      unique_name: 'dev-environment',
      domain_suffix: 'dev',
      domain_name: deployment.domain,
      ...dates,
      url: `${host}/v1/Services/${serviceSid}/Environments/${environmentSid}`,
      links: {},
    },
  ];
  const variables = Object.entries(deployment.variables).map(([key, value], index) => ({
    sid: sid('ZV', index + 1),
    account_sid: account.accountSid,
    service_sid: serviceSid,
    environment_sid: environmentSid,
    key,
    value,
    ...dates,
    url: `${host}/v1/Services/${serviceSid}/Environments/${environmentSid}/Variables/${sid('ZV', index + 1)}`,
  }));

  router.get('/v1/Services', (request, response) => {
    response.json(listPage(request, host, 'services', services));
  });
  router.get('/v1/Services/:service', (request, response) => {
    const found = services.find((one) => [one.sid, one.unique_name].includes(request.params.service));
    if (found) response.json(found);
    else response.status(404).json(new TwilioError(404, 20404, `${request.path} was not found`));
  });
  router.get('/v1/Services/:service/Environments', (request, response) => {
    const ours = [serviceSid, serviceName].includes(request.params.service);
    response.json(listPage(request, host, 'environments', ours ? environments : []));
  });
  router.get(`/v1/Services/:service/Environments/${environmentSid}/Variables`, (request, response) => {
    response.json(listPage(request, host, 'variables', variables));
  });
  return router;
}
