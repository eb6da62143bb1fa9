import { readFileSync } from 'node:fs';
import https from 'node:https';
import twilio from 'twilio';
import { ConnectionProblem } from './ConnectionProblem';
import { describeProxy, findProxy } from './findProxy';
import { ProxyAgent } from './ProxyAgent';

type Environment = Readonly<Record<string, string | undefined>>;

/** What sends every request of set-up and the doctor, to Twilio's API and to the Functions. */
export type HttpClient = InstanceType<typeof twilio.RequestClient>;

/**
 * A client that goes through the proxy which the environment names, and that fails with a ConnectionProblem when no answer
 * comes. By itself the library's client knows only HTTP_PROXY.
 */
export function createHttpClient(environment: Environment): HttpClient {
  const client = new twilio.RequestClient({ autoRetry: true, maxRetries: 3 });
  // The library's own variable for the certificates of a company.
  const ca = environment.TWILIO_CA_BUNDLE ? readFileSync(environment.TWILIO_CA_BUNDLE) : undefined;
  const direct = new https.Agent({ keepAlive: true, ca });
  client.axios.interceptors.request.use((config) => {
    const proxy = findProxy(hostOf(config.url), environment);
    config.httpsAgent = proxy ? new ProxyAgent(proxy, ca) : direct;
    return config;
  });
  client.axios.interceptors.response.use(undefined, (error: unknown) => {
    throw toConnectionProblem(error, environment);
  });
  return client;
}

const hostOf = (url = ''): string => new URL(url).hostname;

/** An error of the library carries the request with its credentials, so only its code is taken. */
function toConnectionProblem(error: unknown, environment: Environment): unknown {
  const { cause, code, message, config } = Object(error) as {
    readonly cause?: unknown;
    readonly code?: unknown;
    readonly message?: unknown;
    readonly config?: { readonly url?: string };
  };
  if (cause instanceof ConnectionProblem) return cause;
  if (typeof code !== 'string') return error;
  const proxy = findProxy(hostOf(config?.url), environment);
  const what = /CERT|ISSUER/.test(code)
    ? `${code}; if a proxy or firewall signs connections anew, set NODE_EXTRA_CA_CERTS to its certificate`
    : code === 'ECONNABORTED'
      ? String(message)
      : code;
  return new ConnectionProblem(proxy ? `${what}, through ${describeProxy(proxy)}` : what, proxy?.variable);
}
