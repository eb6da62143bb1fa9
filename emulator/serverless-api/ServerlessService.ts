import { TwilioError } from '../twilioError';
import { requireAccepted, runtimeFor } from './acceptedBuilds';
import { linksBelow, newResource, now, type SidCounter } from './resources';
import type {
  BuildResource,
  BuiltVersion,
  Dependency,
  DeploymentResource,
  EnvironmentResource,
  ServiceResource,
  UploadableResource,
  VariableResource,
  VersionResource,
  Visibility,
} from './resources';

export interface Version {
  readonly resource: VersionResource;
  readonly content: Buffer;
  readonly contentType: string;
}

export interface Upload {
  readonly path: string;
  readonly visibility: Visibility;
  readonly content: Buffer;
  readonly contentType: string;
}

export interface Uploadable {
  resource: UploadableResource;
  readonly versions: Version[];
}

export interface Environment {
  resource: EnvironmentResource;
  readonly variables: Map<string, VariableResource>;
  readonly deployments: DeploymentResource[];
}

export interface Build {
  resource: BuildResource;
  readonly functions: readonly Version[];
  readonly assets: readonly Version[];
}

export interface NewBuild {
  readonly functionVersions: readonly string[];
  readonly assetVersions: readonly string[];
  readonly dependencies: readonly Dependency[];
  readonly runtime?: string | undefined;
}

const functionsOrAssets = {
  functions: { collection: 'Functions', links: ['function_versions'], owner: 'function_sid' },
  assets: { collection: 'Assets', links: ['asset_versions'], owner: 'asset_sid' },
} as const;
export type Kind = keyof typeof functionsOrAssets;

/** A service with everything in it. What Twilio refuses, its methods refuse by throwing a TwilioError. */
export class ServerlessService {
  readonly environments = new Map<string, Environment>();
  readonly functions = new Map<string, Uploadable>();
  readonly assets = new Map<string, Uploadable>();
  readonly builds = new Map<string, Build>();

  constructor(
    public resource: ServiceResource,
    private readonly sids: SidCounter,
  ) {}

  update(changes: Partial<ServiceResource>): void {
    this.resource = { ...this.resource, ...changes, date_updated: now() };
  }

  /** `suffix` null stands for production. */
  addEnvironment(uniqueName: string, suffix: string | null): Environment {
    insist(uniqueName.length <= 100, 'UniqueName has more than 100 characters');
    insist(
      suffix === null || /^[a-z0-9-]{1,16}$/i.test(suffix),
      'DomainSuffix must be at most 16 letters, digits and hyphens',
    );
    for (const { resource } of this.environments.values()) {
      if (resource.unique_name === uniqueName) throw taken('environment', uniqueName);
      if (resource.domain_suffix === suffix) throw taken('environment with domain suffix', suffix ?? 'none');
    }
    const fields = newResource(`${this.path}/Environments`, this.sids.next('ZE'));
    const domain = [this.resource.domain_base, suffix].filter((part) => part !== null).join('-');
    const environment: Environment = {
      resource: {
        ...fields,
        service_sid: this.resource.sid,
        build_sid: null,
        unique_name: uniqueName,
        domain_suffix: suffix,
        domain_name: `${domain}.twil.io`,
        links: linksBelow(fields.url, ['variables', 'deployments', 'logs']),
      },
      variables: new Map(),
      deployments: [],
    };
    this.environments.set(fields.sid, environment);
    return environment;
  }

  addUploadable(kind: Kind, friendlyName: string): Uploadable {
    insist(friendlyName.length <= 255, 'FriendlyName has more than 255 characters');
    const { collection, links } = functionsOrAssets[kind];
    const fields = newResource(`${this.path}/${collection}`, this.sids.next('ZH'));
    const uploadable: Uploadable = {
      resource: {
        ...fields,
        service_sid: this.resource.sid,
        friendly_name: friendlyName,
        links: { [links[0]]: `${fields.url}/Versions` },
      },
      versions: [],
    };
    this[kind].set(fields.sid, uploadable);
    return uploadable;
  }

  addVersion(kind: Kind, { resource: owner, versions }: Uploadable, upload: Upload): Version {
    const path = upload.path.startsWith('/') ? upload.path : `/${upload.path}`;
    insist(path.length <= 255, 'Path has more than 255 characters');
    insist(
      /^[\w./%~+@-]+$/.test(path) && !path.split('/').includes('..'),
      `Path ${path} cannot stand in an address`,
    );
    const { collection, owner: ownerField } = functionsOrAssets[kind];
    const { date_updated: _, ...fields } = newResource(
      `${this.path}/${collection}/${owner.sid}/Versions`,
      this.sids.next('ZN'),
    );
    const version: Version = {
      resource: {
        ...fields,
        service_sid: this.resource.sid,
        [ownerField]: owner.sid,
        path,
        visibility: upload.visibility,
        ...(kind === 'functions' && { links: { function_version_content: `${fields.url}/Content` } }),
      },
      content: upload.content,
      contentType: upload.contentType,
    };
    versions.push(version);
    return version;
  }

  /** The build is under way when this returns; whoever called it says how it ends. */
  addBuild({ functionVersions, assetVersions, dependencies, runtime: wanted }: NewBuild): Build {
    const runtime = runtimeFor(wanted);
    requireAccepted(runtime, dependencies);
    const functions = functionVersions.map((versionSid) => this.version('functions', versionSid));
    const assets = assetVersions.map((versionSid) => this.version('assets', versionSid));
    const paths = [...functions, ...assets].map(({ resource }) => resource.path);
    const twice = paths.find((path, index) => paths.indexOf(path) !== index);
    insist(twice === undefined, `Path ${twice} is taken by two versions of the build`);
    const fields = newResource(`${this.path}/Builds`, this.sids.next('ZB'));
    const build: Build = {
      resource: {
        ...fields,
        service_sid: this.resource.sid,
        status: 'building',
        function_versions: functions.map(asPartOfBuild),
        asset_versions: assets.map(asPartOfBuild),
        dependencies,
        runtime,
        links: { build_status: `${fields.url}/Status` },
      },
      functions,
      assets,
    };
    this.builds.set(fields.sid, build);
    return build;
  }

  endBuild(build: Build, status: 'completed' | 'failed'): void {
    build.resource = { ...build.resource, status, date_updated: now() };
  }

  removeBuild(build: Build): void {
    const { sid } = build.resource;
    const environment = [...this.environments.values()].find(({ resource }) => resource.build_sid === sid);
    if (environment) {
      const name = environment.resource.unique_name;
      throw new TwilioError(400, 20001, `Build ${sid} is deployed to ${name} and cannot be deleted`);
    }
    this.builds.delete(sid);
  }

  setVariable(
    { resource: environment, variables }: Environment,
    { key, value }: { readonly key: string; readonly value: string },
    before?: VariableResource,
  ): VariableResource {
    insist(/^[\w-]{1,128}$/.test(key), 'Key must be at most 128 letters, digits, hyphens and underscores');
    insist(Buffer.byteLength(value) <= 450, `Value of ${key} has more than 450 bytes`);
    const other = [...variables.values()].find((one) => one.key === key);
    if (other && other.sid !== before?.sid) throw taken('variable', key);
    const variable: VariableResource = {
      ...(before ??
        newResource(`${this.path}/Environments/${environment.sid}/Variables`, this.sids.next('ZV'))),
      service_sid: this.resource.sid,
      environment_sid: environment.sid,
      key,
      value,
      date_updated: now(),
    };
    variables.set(variable.sid, variable);
    return variable;
  }

  /** Whoever calls this has checked that the build is completed, and serves it. */
  addDeployment(environment: Environment, build: Build): DeploymentResource {
    const { sid } = build.resource;
    const { sid: environmentSid } = environment.resource;
    const deployment: DeploymentResource = {
      ...newResource(`${this.path}/Environments/${environmentSid}/Deployments`, this.sids.next('ZD')),
      service_sid: this.resource.sid,
      environment_sid: environmentSid,
      build_sid: sid,
    };
    environment.deployments.push(deployment);
    environment.resource = { ...environment.resource, build_sid: sid, date_updated: now() };
    return deployment;
  }

  private get path(): string {
    return `/v1/Services/${this.resource.sid}`;
  }

  private version(kind: Kind, sid: string): Version {
    const found = [...this[kind].values()]
      .flatMap(({ versions }) => versions)
      .find(({ resource }) => resource.sid === sid);
    if (!found) throw new TwilioError(400, 20001, `There is no version ${sid} of the service's ${kind}`);
    return found;
  }
}

/** A build writes its versions a little differently. */
function asPartOfBuild({
  resource: { url: _url, links: _links, visibility, ...fields },
}: Version): BuiltVersion {
  return { ...fields, visibility: visibility.toUpperCase() };
}

/** @throws TwilioError 400 when the build is not completed */
export function requireCompleted({ resource: { sid, status } }: Build): void {
  insist(status === 'completed', `Build ${sid} is ${status}, and only a completed one can be deployed`);
}

function insist(holds: boolean, message: string): asserts holds {
  if (!holds) throw new TwilioError(400, 20001, message);
}

export const taken = (what: string, name: string): TwilioError =>
  new TwilioError(409, 20409, `There is already a ${what} called ${name}`);
