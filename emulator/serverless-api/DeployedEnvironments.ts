import { account } from '../account';
import type { Journal } from '../journal';
import { serveBuild, type FunctionsPlatform } from '../functions/serveBuild';
import type { Located } from '../taskrouter/EventDelivery';
import type { Deployment } from './Deployment';
import { installBuild, type InstalledBuild } from './installBuild';
import type { Build, Environment, ServerlessService } from './ServerlessService';

interface Deployed {
  readonly domain: string;
  readonly platform: FunctionsPlatform;
  build: Build;
  installed: InstalledBuild;
}

export interface DeployedEnvironmentsOptions {
  /** The package whose libraries are there to be installed. */
  readonly serverlessFolder: string;
  /** Where the emulator answers for Twilio's API: `http://127.0.0.1:PORT` */
  readonly twilioOrigin: string;
  readonly journal: Journal;
}

/** What runs of what was deployed: a Functions platform of its own for each environment, at one port for as long as it exists. */
export class DeployedEnvironments {
  private readonly deployed = new Map<string, Deployed>();
  /** The last thing that was begun with an environment: one follows the other. */
  private readonly busy = new Map<string, Promise<void>>();
  /** Builds that were replaced and are still answering. */
  private readonly leaving = new Set<Promise<void>>();
  private stopped = false;

  constructor(private readonly options: DeployedEnvironmentsOptions) {}

  /**
   * Serves a build with the variables that the environment has now. Resolves when callers reach it.
   * `port`: of an environment that was not deployed before. @default any free one
   */
  deploy(service: ServerlessService, environment: Environment, build: Build, port = 0): Promise<void> {
    const { sid, domain_name: domain } = environment.resource;
    const variables = variablesOf(service, environment);
    return this.after(sid, async () => {
      const installed = installBuild(build, this.options.serverlessFolder);
      const served = { ...installed, environment: variables };
      try {
        const before = this.deployed.get(sid);
        if (before) {
          const { replaced } = await before.platform.deploy(served);
          const { installed: old } = before;
          Object.assign(before, { build, installed });
          const removed = replaced.then(() => old.remove());
          this.leaving.add(removed);
          void removed.then(() => this.leaving.delete(removed));
        } else {
          const platform = await serveBuild(served, { ...this.options, publicDomain: domain, port });
          this.deployed.set(sid, { domain, platform, build, installed });
        }
      } catch (error: unknown) {
        installed.remove();
        throw error;
      }
    });
  }

  /** Nothing answers at the environment's domain from here on. */
  remove({ resource }: Environment): Promise<void> {
    return this.after(resource.sid, () => this.end(resource.sid));
  }

  all(): readonly Deployment[] {
    return [...this.deployed.values()].map(({ domain, platform }) => ({
      domain,
      localOrigin: platform.origin,
    }));
  }

  /**
   * Where to send a request for an address, and the host to name in it. Undefined: nothing is deployed there.
   * What is not on a domain of Functions stays as it is.
   */
  locate(url: string): Located | undefined {
    const { hostname, pathname, search } = new URL(url);
    if (!hostname.endsWith('.twil.io')) return { url };
    const deployed = this.all().find(({ domain }) => domain === hostname);
    return deployed && { url: deployed.localOrigin + pathname + search, host: hostname };
  }

  platforms(): readonly FunctionsPlatform[] {
    return [...this.deployed.values()].map(({ platform }) => platform);
  }

  /** The asset at `https://DOMAIN/PATH`, for whoever Twilio lets see protected ones. */
  readAsset(url: string): { readonly content: Buffer; readonly contentType: string } | undefined {
    const { hostname, pathname } = new URL(url);
    const found = [...this.deployed.values()].find(({ domain }) => domain === hostname);
    const asset = found?.build.assets.find(({ resource }) => resource.path === pathname);
    return asset?.resource.visibility === 'private' ? undefined : asset;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.allSettled(this.busy.values());
    await Promise.all([...this.deployed.keys()].map((sid) => this.end(sid)));
    await Promise.all(this.leaving);
  }

  private after(sid: string, work: () => Promise<void>): Promise<void> {
    const before = this.busy.get(sid) ?? Promise.resolve();
    const done = before
      .catch(() => undefined)
      .then(() => (this.stopped ? Promise.reject(new Error('The emulator is stopping')) : work()));
    this.busy.set(sid, done);
    done.catch(() => undefined);
    return done;
  }

  private async end(sid: string): Promise<void> {
    const ending = this.deployed.get(sid);
    if (!ending) return;
    this.deployed.delete(sid);
    await ending.platform.stop();
    ending.installed.remove();
  }
}

/** What a Function finds in its context, apart from what the runtime adds. */
function variablesOf(service: ServerlessService, environment: Environment): Record<string, string> {
  const variables = [...environment.variables.values()].map(({ key, value }) => [key, value]);
  return {
    ...(service.resource.include_credentials && {
      ACCOUNT_SID: account.accountSid,
      AUTH_TOKEN: account.authToken,
    }),
    SERVICE_SID: service.resource.sid,
    ENVIRONMENT_SID: environment.resource.sid,
    ...Object.fromEntries(variables),
  };
}
