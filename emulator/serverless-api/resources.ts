import { account, sid } from '../account';

/** What the Serverless API says of its resources, in its own words. */
interface Resource {
  readonly sid: string;
  readonly account_sid: string;
  readonly date_created: string;
  readonly url: string;
}

interface ChangingResource extends Resource {
  readonly date_updated: string;
}

export type Visibility = 'public' | 'protected' | 'private';

export interface Dependency {
  readonly name: string;
  readonly version: string;
}

export interface ServiceResource extends ChangingResource {
  readonly unique_name: string;
  readonly friendly_name: string;
  readonly include_credentials: boolean;
  readonly ui_editable: boolean;
  readonly domain_base: string;
  readonly links: Readonly<Record<string, string>>;
}

export interface EnvironmentResource extends ChangingResource {
  readonly service_sid: string;
  readonly build_sid: string | null;
  readonly unique_name: string;
  readonly domain_suffix: string | null;
  readonly domain_name: string;
  readonly links: Readonly<Record<string, string>>;
}

export interface VariableResource extends ChangingResource {
  readonly service_sid: string;
  readonly environment_sid: string;
  readonly key: string;
  readonly value: string;
}

export interface DeploymentResource extends ChangingResource {
  readonly service_sid: string;
  readonly environment_sid: string;
  readonly build_sid: string;
}

/** A Function or an asset: a name, whose versions hold what was uploaded. */
export interface UploadableResource extends ChangingResource {
  readonly service_sid: string;
  readonly friendly_name: string;
  readonly links: Readonly<Record<string, string>>;
}

export interface VersionResource extends Resource {
  readonly service_sid: string;
  readonly path: string;
  readonly visibility: Visibility;
  readonly function_sid?: string;
  readonly asset_sid?: string;
  readonly links?: Readonly<Record<string, string>>;
}

/** A version as a build lists it: without address, its visibility in capitals. */
export type BuiltVersion = Omit<VersionResource, 'url' | 'links' | 'visibility'> & {
  readonly visibility: string;
};

export interface BuildResource extends ChangingResource {
  readonly service_sid: string;
  readonly status: 'building' | 'completed' | 'failed';
  readonly asset_versions: readonly BuiltVersion[];
  readonly function_versions: readonly BuiltVersion[];
  readonly dependencies: readonly Dependency[];
  readonly runtime: string;
  readonly links: Readonly<Record<string, string>>;
}

export const serverlessHost = 'https://serverless.twilio.com';

/** The moment, as Twilio writes it. */
export const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

/** Gives SIDs that the account never had. */
export class SidCounter {
  private readonly given = new Map<string, number>();

  next(prefix: string): string {
    const number = (this.given.get(prefix) ?? 0) + 1;
    this.given.set(prefix, number);
    return sid(prefix, number);
  }
}

/** The fields that every new resource has. `path` of the collection that it stands in: `/v1/Services` */
export function newResource(path: string, ownSid: string) {
  const time = now();
  return {
    sid: ownSid,
    account_sid: account.accountSid,
    date_created: time,
    date_updated: time,
    url: `${serverlessHost}${path}/${ownSid}`,
  };
}

/** Addresses of what stands below a resource: `{ builds: URL/Builds }` */
export const linksBelow = (url: string, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, `${url}/${name[0]?.toUpperCase()}${name.slice(1)}`]));
