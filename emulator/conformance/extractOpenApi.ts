import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes twilioOpenApi.json of Twilio's own descriptions, which @twilio/cli-core carries: the answers of the paths that the
 * emulator serves, without the texts. Run by hand when Twilio's CLI is upgraded. Take the copy below `twilio-cli`: the plugins
 * bring an older one.
 *
 *   npx tsx emulator/conformance/extractOpenApi.ts e2e/twilio-cli/node_modules/twilio-cli/node_modules/@twilio/cli-core
 */
const wanted = [
  { host: 'serverless.twilio.com', file: 'twilio_serverless_v1.json', path: /^\/v1\/Services(?!.*\/Logs)/ },
  { host: 'flex-api.twilio.com', file: 'twilio_flex_v1.json', path: /^\/v1\/PluginService\// },
];

interface Description {
  readonly paths: Record<string, Record<string, { responses?: Record<string, Answer> }>>;
  readonly components: { readonly schemas: Record<string, object> };
}

interface Answer {
  readonly content?: { readonly 'application/json': { readonly schema: object } };
}

const [folder] = process.argv.slice(2);
if (!folder)
  throw new Error('Name the folder of @twilio/cli-core, such as .../node_modules/@twilio/cli-core');
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

const schemas: Record<string, unknown> = {};
const hosts = wanted.map(({ host, file, path }) => {
  const { paths, components } = read(`src/services/twilio-api/${file}`) as Description;
  const answers = Object.entries(paths)
    .filter(([template]) => path.test(template))
    .flatMap(([template, methods]) =>
      Object.entries(methods).flatMap(([method, { responses = {} }]) =>
        Object.entries(responses).map(([status, { content }]) => ({
          request: `${method.toUpperCase()} ${template}`,
          status: Number(status),
          ...(content && { schema: take(content['application/json'].schema, components.schemas) }),
        })),
      ),
    );
  return { host, answers };
});
const { version } = read('package.json') as { version: string };
const extract = {
  source: `@twilio/cli-core ${version}, src/services/twilio-api/{twilio_serverless_v1,twilio_flex_v1}.json`,
  taken: new Date().toISOString().slice(0, 10),
  hosts,
  components: { schemas },
};
writeFileSync(join(__dirname, 'twilioOpenApi.json'), `${JSON.stringify(extract)}\n`);

/** Leaves the texts out, and takes along every schema that is referred to. */
function take(part: unknown, all: Readonly<Record<string, object>>): unknown {
  if (Array.isArray(part)) return part.map((one) => take(one, all));
  if (typeof part !== 'object' || part === null) return part;
  const { $ref: reference } = part as { $ref?: unknown };
  if (typeof reference === 'string') {
    const name = reference.replace('#/components/schemas/', '');
    schemas[name] ??= take(all[name], all);
    return part;
  }
  return Object.fromEntries(
    Object.entries(part)
      .filter(([key, value]) => key !== 'x-twilio' && !(key === 'description' && typeof value === 'string'))
      .map(([key, value]) => [key, take(value, all)]),
  );
}
