import type { IncomingHttpHeaders } from 'node:http';
import express from 'express';
import { account } from '../account';
import { forward } from '../functions/forward';
import { refuseUnsigned } from '../functions/refuseUnsigned';
import { twilioSignature } from '../taskrouter/twilioSignature';
import type { Deployment } from './Deployment';

/**
 * Serves https://DOMAIN of the deployed Functions: mount it at /_tw/DOMAIN. The Functions platform listens at another
 * address, which signatures cover, so a signature that is right for the public address is made anew for the local one.
 */
export function publicFunctions({ domain, localOrigin }: Deployment): express.Router {
  const router = express.Router();
  router.use(express.raw({ type: () => true, limit: '6mb' }), (request, response, next) => {
    const body: Buffer = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const headers: IncomingHttpHeaders = { ...request.headers, host: new URL(localOrigin).host };
    const signature = request.get('x-twilio-signature');
    const contentType = request.get('content-type');
    const sent = { url: `https://${domain}${request.url}`, signature, contentType, body: body.toString() };
    if (signature && refuseUnsigned(sent, account.authToken) === undefined) {
      const parameters = Object.fromEntries(new URLSearchParams(sent.body));
      headers['x-twilio-signature'] = twilioSignature(
        account.authToken,
        localOrigin + request.url,
        parameters,
      );
    }
    forward(Number(new URL(localOrigin).port), { method: request.method, url: request.url, headers }, body)
      .then((reply) => {
        for (const [name, value] of Object.entries(reply.headers)) {
          if (value !== undefined && /^(content-type|access-control-)/.test(name))
            response.setHeader(name, value);
        }
        response.status(reply.status).send(reply.body);
      })
      .catch(next);
  });
  return router;
}

/**
 * Goes before TaskRouter's REST: callers read and write the callback URL by the public domain of the Functions, while
 * TaskRouter here posts to where they run. Any other address stays as it is.
 */
export function publicCallbackUrl({ domain, localOrigin }: Deployment): express.RequestHandler[] {
  const exchange = (text: unknown, from: string, to: string): unknown =>
    typeof text === 'string' && text.startsWith(`${from}/`) ? to + text.slice(from.length) : text;
  const publicOrigin = `https://${domain}`;
  const outside = (resource: unknown): unknown =>
    typeof resource === 'object' && resource !== null && 'event_callback_url' in resource
      ? {
          ...resource,
          event_callback_url: exchange(resource.event_callback_url, localOrigin, publicOrigin),
        }
      : resource;
  return [
    express.urlencoded({ extended: false }),
    (request, response, next) => {
      const fields = request.body as Record<string, unknown> | undefined;
      if (fields?.EventCallbackUrl !== undefined) {
        fields.EventCallbackUrl = exchange(fields.EventCallbackUrl, publicOrigin, localOrigin);
      }
      const json = response.json.bind(response);
      response.json = (body: unknown) => {
        const { workspaces } = Object(body) as { workspaces?: unknown };
        return json(
          Array.isArray(workspaces)
            ? { ...Object(body), workspaces: workspaces.map(outside) }
            : outside(body),
        );
      };
      next();
    },
  ];
}
