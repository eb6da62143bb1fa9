import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import twilio from 'twilio';
import { ConnectionProblem } from './ConnectionProblem';
import { describeProxy, findProxy, type Proxy } from './findProxy';
import { ProxyAgent } from './ProxyAgent';

type Environment = Readonly<Record<string, string | undefined>>;

/** What sends every request of set-up and the doctor, to Twilio's API and to the Functions. */
export type HttpClient = InstanceType<typeof twilio.RequestClient>;

/**
 * A client that goes through the proxy which the environment names, and that fails with a ConnectionProblem when no answer
 * comes. By itself the library's client knows only HTTP_PROXY.
 */
export function createHttpClient(environment: Environment): HttpClient {
  // The library's own variable for the certificates of a company.
  const ca = environment.TWILIO_CA_BUNDLE ? readFileSync(environment.TWILIO_CA_BUNDLE) : undefined;
  const direct = new https.Agent({ keepAlive: true, ca });
  const proxyOf = (url: string): Proxy | undefined => findProxy(new URL(url).hostname, environment);
  return createClient((url) => {
    const proxy = proxyOf(url);
    return { url, httpsAgent: proxy ? new ProxyAgent(proxy, ca) : direct };
  }, proxyOf);
}

/**
 * A client whose every request ends up in the emulator, whatever host it is for. It uses no proxy.
 * @param origin `http://127.0.0.1:PORT`
 */
export function createEmulatorClient(origin: string): HttpClient {
  // A connection for each request: a kept one may be closed just as it is used again.
  const httpAgent = new http.Agent({ keepAlive: false });
  return createClient((url) => {
    const { host, pathname, search } = new URL(url);
    return { url: `${origin}/_tw/${host}${pathname}${search}`, httpAgent };
  });
}

interface Route {
  readonly url: string;
  readonly httpAgent?: http.Agent;
  readonly httpsAgent?: https.Agent | ProxyAgent;
}

function createClient(
  route: (url: string) => Route,
  proxyOf: (url: string) => Proxy | undefined = () => undefined,
): HttpClient {
  const client = new twilio.RequestClient({ autoRetry: true, maxRetries: 3 });
  client.axios.interceptors.request.use((config) => Object.assign(config, route(config.url ?? '')));
  client.axios.interceptors.response.use(undefined, (error: unknown) => {
    throw toConnectionProblem(error, proxyOf);
  });
  return client;
}

/** An error of the library carries the request with its credentials, so only its code is taken. */
function toConnectionProblem(error: unknown, proxyOf: (url: string) => Proxy | undefined): unknown {
  const { cause, code, message, config } = Object(error) as {
    readonly cause?: unknown;
    readonly code?: unknown;
    readonly message?: unknown;
    readonly config?: { readonly url?: string };
  };
  if (cause instanceof ConnectionProblem) return cause;
  if (typeof code !== 'string' || !config?.url) return error;
  const proxy = proxyOf(config.url);
  const what = /CERT|ISSUER/.test(code)
    ? `${code}; if a proxy or firewall signs connections anew, set NODE_EXTRA_CA_CERTS to its certificate`
    : code === 'ECONNABORTED'
      ? String(message)
      : code;
  return new ConnectionProblem(proxy ? `${what}, through ${describeProxy(proxy)}` : what, proxy?.variable);
}
