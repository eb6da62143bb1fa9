import { SetupProblem } from './SetupProblem';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Proxy {
  readonly address: URL;
  /** Which variable names it. */
  readonly variable: string;
}

/** The first that is set counts. The `twilio` library reads HTTP_PROXY for its requests, although they are all HTTPS. */
const variables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'] as const;

/**
 * The proxy that HTTPS requests for a host go through, unless NO_PROXY or no_proxy names the host or a domain above it.
 * @throws SetupProblem when what is named is not the address of a proxy
 */
export function findProxy(host: string, environment: Environment): Proxy | undefined {
  const variable = variables.find((name) => environment[name]?.trim());
  if (!variable || isExcepted(host, environment.no_proxy || environment.NO_PROXY || '')) return undefined;
  const given = environment[variable]?.trim() ?? '';
  const text = given.includes('://') ? given : `http://${given}`;
  if (!/^https?:/i.test(text) || !URL.canParse(text)) {
    throw new SetupProblem(
      `${variable} is not the address of an HTTP proxy. Set it to one such as http://proxy.example.com:3128, or unset it.`,
    );
  }
  return { address: new URL(text), variable };
}

function isExcepted(host: string, list: string): boolean {
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .map((entry) => entry.replace(/:443$/, '').replace(/^\*?\./, ''))
    .some((name) => name === '*' || (name !== '' && (host === name || host.endsWith(`.${name}`))));
}

/** Without its user and password. */
export const describeProxy = ({ address, variable }: Proxy): string =>
  `the proxy ${address.protocol}//${address.host} (${variable})`;
