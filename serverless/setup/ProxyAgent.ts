import type { ClientRequest } from 'node:http';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { ConnectionProblem } from './ConnectionProblem';
import { describeProxy, type Proxy } from './findProxy';

/** Time for the proxy to answer, which the library waits for without end. */
const timeoutMs = 15_000;

/** Tunnels HTTPS requests through a proxy, and names the proxy when it does not let them through. */
export class ProxyAgent extends HttpsProxyAgent {
  constructor(
    private readonly via: Proxy,
    private readonly ca: Buffer | undefined,
  ) {
    const { protocol, hostname, port, username, password } = via.address;
    super({
      protocol,
      hostname: hostname.replace(/^\[|\]$/g, ''),
      port: port || null,
      timeout: timeoutMs,
      ...(username ? { auth: decodeURIComponent(`${username}:${password}`) } : {}),
    });
  }

  override async callback(request: ClientRequest, options: Parameters<HttpsProxyAgent['callback']>[1]) {
    const problem = (what: string) =>
      new ConnectionProblem(`${describeProxy(this.via)} ${what}`, this.via.variable);
    const socket = await super
      .callback(request, { ...options, ...(this.ca ? { ca: this.ca } : {}) })
      .catch((error: NodeJS.ErrnoException) => {
        throw problem(`does not answer (${error.code ?? error.message})`);
      });
    // The library hands the proxy's refusal over as if the server had answered.
    if (!('encrypted' in socket)) {
      socket.destroy();
      throw problem(`refuses connections to ${options.host}, or wants a user and a password in its address`);
    }
    return socket;
  }
}
