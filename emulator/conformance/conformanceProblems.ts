import Ajv from 'ajv';
import openApi from './twilioOpenApi.json';

type Json = Record<string, unknown>;

/**
 * What in an answer of the emulator is not as Twilio's OpenAPI description has it: a status that is not described, a
 * property that is missing or that Twilio does not have, a type, format or pattern. Refusals (400 and up) must have the
 * shape of Twilio's errors. A request that the description does not have is a problem, too.
 */
export function conformanceProblems(exchange: {
  readonly method: string;
  /** Without `/_tw`: `https://serverless.twilio.com/v1/Services` */
  readonly url: string;
  readonly status: number;
  readonly body: string;
}): readonly string[] {
  const { method, status, body } = exchange;
  const { hostname, pathname } = new URL(exchange.url);
  const place = `${method} ${hostname}${pathname} ${status}`;
  if (status >= 400) return check(errorSchema, body, place);
  const hostIndex = openApi.hosts.findIndex(({ host }) => host === hostname);
  const answers = openApi.hosts[hostIndex]?.answers ?? [];
  const index = answers.findIndex(
    (answer) => answer.status === status && matches(answer.request, `${method} ${pathname}`),
  );
  const answer = answers[index];
  if (!answer) return [`${place}: Twilio describes no such request with this status`];
  if (!('schema' in answer)) return body === '' ? [] : [`${place}: a body where Twilio has none`];
  return check({ $ref: `twilio#/hosts/${hostIndex}/answers/${index}/schema` }, body, place);
}

const errorSchema = {
  type: 'object',
  required: ['code', 'message', 'more_info', 'status'],
  additionalProperties: false,
  properties: {
    code: { type: 'integer' },
    message: { type: 'string', minLength: 1 },
    more_info: { type: 'string', format: 'uri' },
    status: { type: 'integer' },
  },
};

/** `Sid` stands in the template for a name as well. */
function matches(template: string, request: string): boolean {
  const parts = request.split('/');
  const wanted = template.split('/');
  return (
    parts.length === wanted.length &&
    wanted.every((part, index) => part === parts[index] || part.startsWith('{'))
  );
}

const ajv = new Ajv({ nullable: true, allErrors: true, unknownFormats: ['uri-map', 'int64'] });
ajv.addSchema(strict(openApi) as Json, 'twilio');

function check(schema: object, body: string, place: string): readonly string[] {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return [`${place}: the body is not JSON`];
  }
  return ajv.validate(schema, json)
    ? []
    : (ajv.errors ?? []).map(
        ({ dataPath, message, params }) => `${place}: ${dataPath} ${message} ${JSON.stringify(params)}`,
      );
}

/** Twilio's description demands no property and forbids none. The emulator has to have all of them, and no others. */
function strict(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(strict);
  if (typeof part !== 'object' || part === null) return part;
  const schema = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, strict(value)]));
  if (schema.format === 'uri-map')
    return { ...schema, additionalProperties: { type: 'string', format: 'uri' } };
  // A schema and not a property that is called "properties".
  if (schema.type !== 'object' || typeof schema.properties !== 'object' || schema.properties === null)
    return schema;
  return { ...schema, required: Object.keys(schema.properties), additionalProperties: false };
}
