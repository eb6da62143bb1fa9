import type { Twilio } from 'twilio';
import { describeTwilioError, twilioStatus } from './describeTwilioError';
import {
  environments,
  eventFunction,
  refreshFunction,
  serviceName,
  type EnvironmentName,
} from './environments';
import { kindOf, type DocumentKind, type DocumentNames } from './documentShapes';
import type { ActivityOfAccount } from './metricsForAccount';
import { SetupProblem } from './SetupProblem';

export interface StoredDocument {
  readonly data: unknown;
  readonly revision: string;
}

export interface Deployed {
  readonly serviceSid: string;
  /** `dev`, `uat`; empty for production. */
  readonly domainSuffix: string;
  readonly domain: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** What the account holds of the installation, and what the installation needs of it. */
export interface AccountState {
  readonly workspace: {
    readonly sid: string;
    readonly friendlyName: string;
    readonly callbackUrl: string;
    readonly eventsFilter: string;
  };
  readonly customData: Readonly<Record<string, unknown>>;
  /** The chosen environment of our Serverless service; undefined when nothing is deployed to it. */
  readonly deployed: Deployed | undefined;
  /** The addresses of our Function in every environment. */
  readonly eventUrls: readonly string[];
}

/** @throws SetupProblem when Twilio does not answer, or the account has no Flex */
export async function readAccountState(client: Twilio, environment: EnvironmentName): Promise<AccountState> {
  const { workspaceSid, customData } = await readFlex(client);
  const workspace = await ask('Reading the workspace', () =>
    client.taskrouter.v1.workspaces(workspaceSid).fetch(),
  );
  const services = await ask('Listing the Serverless services', () => client.serverless.v1.services.list());
  const service = services.find(({ uniqueName }) => uniqueName === serviceName);
  const stages = service
    ? await ask('Listing the environments of the service', () =>
        client.serverless.v1.services(service.sid).environments.list(),
      )
    : [];
  const built = stages.filter(({ buildSid }) => buildSid);
  const chosen = built.find(
    ({ domainSuffix }) => (domainSuffix ?? '') === environments[environment].domainSuffix,
  );
  const variables = chosen
    ? await ask('Reading the variables of the Functions', () =>
        client.serverless.v1.services(chosen.serviceSid).environments(chosen.sid).variables.list(),
      )
    : [];
  return {
    workspace: {
      sid: workspace.sid,
      friendlyName: workspace.friendlyName,
      callbackUrl: workspace.eventCallbackUrl ?? '',
      eventsFilter: workspace.eventsFilter ?? '',
    },
    customData,
    deployed: chosen && {
      serviceSid: chosen.serviceSid,
      domainSuffix: chosen.domainSuffix ?? '',
      domain: chosen.domainName,
      variables: Object.fromEntries(variables.map(({ key, value }) => [key, value])),
    },
    eventUrls: built.map(({ domainName }) => eventUrl(domainName)),
  };
}

export const readActivities = (client: Twilio, workspaceSid: string): Promise<readonly ActivityOfAccount[]> =>
  ask('Listing the activities', () => client.taskrouter.v1.workspaces(workspaceSid).activities.list());

export const eventUrl = (domain: string): string => `https://${domain}${eventFunction}`;

export const refreshUrl = (domain: string): string => `https://${domain}${refreshFunction}`;

export const saveUrl = (domain: string): string => `https://${domain}/saveDefinitions`;

/** Whether a callback URL is that of our Function; connection overrides behind # do not matter. */
export const isOurs = (callbackUrl: string, { eventUrls }: AccountState): boolean =>
  eventUrls.includes(callbackUrl.split('#')[0] ?? '');

/** Flex Configuration: which workspace Flex uses, and what plugins are told. */
export async function readFlex(
  client: Twilio,
): Promise<{ workspaceSid: string; uiAttributes: object; customData: Record<string, unknown> }> {
  const configuration = await ask('Reading Flex Configuration', () =>
    client.flexApi.v1.configuration().fetch(),
  );
  if (!configuration.taskrouterWorkspaceSid) {
    throw new SetupProblem('Flex has no TaskRouter workspace in this account. Is this the account of Flex?');
  }
  const uiAttributes = objectIn('ui_attributes', configuration.uiAttributes);
  return {
    workspaceSid: configuration.taskrouterWorkspaceSid,
    uiAttributes,
    customData: objectIn('ui_attributes.custom_data', uiAttributes.custom_data),
  };
}

/** @throws SetupProblem when there is something that has no room for the settings of plugins, such as a list */
function objectIn(field: string, value: unknown): Record<string, unknown> {
  if (value === undefined || value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  const found = JSON.stringify(value);
  throw new SetupProblem(
    `${field} of Flex Configuration is ${found.length > 80 ? `${found.slice(0, 80)}...` : found}, and plugins need an object there. It is not this dashboard's, so it stays. Find out who wrote it, and make it an object.`,
  );
}

/** A document of a name that the dashboard uses, whoever wrote it. */
export interface NamedDocument extends StoredDocument {
  readonly name: string;
  readonly kind: DocumentKind;
}

/** All documents of the dashboard's names. */
export async function readNamedDocuments(
  client: Twilio,
  serviceSid: string,
  names: DocumentNames,
): Promise<readonly NamedDocument[]> {
  const documents = await ask('Listing the Sync documents', () =>
    // The most that Sync gives at a time: the past is thousands of documents.
    client.sync.v1.services(serviceSid).documents.list({ pageSize: 100 }),
  );
  return documents.flatMap(({ uniqueName: name, data, revision }) => {
    // One without a name has null.
    const kind = name ? kindOf(name, names) : undefined;
    return kind ? { name, kind, data: data as unknown, revision } : [];
  });
}

/** @returns undefined when there is no such document */
export async function readDocument(
  client: Twilio,
  serviceSid: string,
  name: string,
): Promise<StoredDocument | undefined> {
  return ask(`Reading the document ${name}`, async () => {
    try {
      const { data, revision } = await client.sync.v1.services(serviceSid).documents(name).fetch();
      return { data: data as unknown, revision };
    } catch (error: unknown) {
      if (twilioStatus(error) === 404) return undefined;
      throw error;
    }
  });
}

/** @throws SetupProblem when the account has no such Sync service */
export async function readSyncService(
  client: Twilio,
  serviceSid: string,
): Promise<{ sid: string; friendlyName: string; aclEnabled: boolean }> {
  return ask(`Reading the Sync service ${serviceSid}`, () => client.sync.v1.services(serviceSid).fetch());
}

/** @throws SetupProblem that says what was asked for and what Twilio answered */
export async function ask<T>(what: string, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error: unknown) {
    if (error instanceof SetupProblem) throw error;
    throw new SetupProblem(`${what} failed. ${describeTwilioError(error)}`);
  }
}
