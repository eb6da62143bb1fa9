import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express from 'express';
import twilio from 'twilio';
import { account } from '../../account';
import { watchConformance } from '../../conformance/watchConformance';
import { Faults } from '../../faults';
import { Journal } from '../../journal';
import { basic, RewritingClient, type Answer } from '../../taskrouter/testing/restServer';
import { DeployedEnvironments } from '../DeployedEnvironments';
import { publicFunctions } from '../publicFunctions';
import { ServerlessServices } from '../ServerlessServices';
import { serverlessRest } from '../serverlessRest';
import { uploadRest } from '../uploadRest';

const serverlessFolder = path.resolve(__dirname, '../../../serverless');

export interface Upload {
  readonly path: string;
  readonly visibility?: string;
  readonly content: string;
  readonly contentType?: string;
}

export interface ServerlessAccount {
  readonly journal: Journal;
  readonly faults: Faults;
  readonly environments: DeployedEnvironments;
  /** What Twilio's description does not have, in the answers so far. */
  readonly problems: readonly string[];
  /** The real twilio library, with the account's credentials or another password. */
  client(password?: string): twilio.Twilio;
  /** Uploads a version of a Function or an asset, which the library cannot. */
  upload(owner: string, upload: Upload): Promise<{ status: number; body: Record<string, unknown> }>;
  /** Asks `https://ADDRESS`, as whoever has credentials or not. Rejects when nothing answers. */
  ask(
    address: string,
    options?: { method?: string; headers?: http.OutgoingHttpHeaders; body?: string },
  ): Promise<Answer>;
  /** A service with one environment, deployed with those Functions and assets. */
  deploy(
    name: string,
    uploads: { readonly functions?: readonly Upload[]; readonly assets?: readonly Upload[] },
    options?: { readonly dependencies?: object; readonly variables?: Readonly<Record<string, string>> },
  ): Promise<DeployedService>;
  stop(): Promise<void>;
}

export interface DeployedService {
  readonly service: string;
  readonly environment: string;
  readonly domain: string;
  readonly build: string;
}

/** An account with Serverless alone, on a free port of this machine. */
export async function startServerlessAccount(): Promise<ServerlessAccount> {
  const journal = new Journal();
  const faults = new Faults();
  const watched = watchConformance(['serverless.twilio.com']);
  const app = express();
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const services = new ServerlessServices();
  const environments = new DeployedEnvironments({ serverlessFolder, twilioOrigin: base, journal });
  const serverless = { services, environments, serverlessFolder, journal, faults };
  app.use('/_tw', watched.middleware, publicFunctions(services, environments));
  app.use('/_tw/serverless.twilio.com', serverlessRest(serverless));
  app.use('/_tw/serverless-upload.twilio.com', uploadRest(serverless));

  const client = (password = account.authToken) =>
    twilio(account.accountSid, password, { httpClient: new RewritingClient(base) });

  const ask: ServerlessAccount['ask'] = (address, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const options = { method, headers, agent: false as const };
      http
        .request(`${base}/_tw/${address}`, options, (response) => {
          let text = '';
          response.on('data', (chunk) => (text += String(chunk)));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }),
          );
        })
        .on('error', reject)
        .end(body);
    });

  const upload: ServerlessAccount['upload'] = async (
    owner,
    { path: at, visibility = 'public', content, contentType = 'application/javascript' },
  ) => {
    const form = new FormData();
    form.append('Path', at);
    form.append('Visibility', visibility);
    form.append('Content', new Blob([content], { type: contentType }), path.basename(at));
    const reply = await fetch(`${base}/_tw/serverless-upload.twilio.com/v1/${owner}/Versions`, {
      method: 'POST',
      headers: { authorization: basic(account.accountSid, account.authToken) },
      body: form,
    });
    return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
  };

  const deploy: ServerlessAccount['deploy'] = async (
    name,
    { functions = [], assets = [] },
    { dependencies = [], variables = {} } = {},
  ) => {
    const { services: all } = client().serverless.v1;
    const known = (await all.list()).find(({ uniqueName }) => uniqueName === name);
    const { sid: serviceSid } = known ?? (await all.create({ uniqueName: name, friendlyName: name }));
    const service = all(serviceSid);
    const [before] = await service.environments.list();
    const environment =
      before ?? (await service.environments.create({ uniqueName: 'dev', domainSuffix: 'dev' }));
    const stage = service.environments(environment.sid);
    for (const [key, value] of Object.entries(variables)) await stage.variables.create({ key, value });
    const versionsOf = async (
      kind: 'functions' | 'assets',
      uploads: readonly Upload[],
    ): Promise<string[]> => {
      const versions: string[] = [];
      for (const one of uploads) {
        const { sid } = await service[kind].create({ friendlyName: one.path });
        const folder = kind === 'functions' ? 'Functions' : 'Assets';
        const { body } = await upload(`Services/${serviceSid}/${folder}/${sid}`, one);
        versions.push(String(body.sid));
      }
      return versions;
    };
    const build = await service.builds.create({
      functionVersions: await versionsOf('functions', functions),
      assetVersions: await versionsOf('assets', assets),
      dependencies: JSON.stringify(dependencies),
    });
    await built(client(), serviceSid, build.sid);
    await stage.deployments.create({ buildSid: build.sid });
    return {
      service: serviceSid,
      environment: environment.sid,
      domain: environment.domainName,
      build: build.sid,
    };
  };

  return {
    journal,
    faults,
    environments,
    problems: watched.problems,
    client,
    upload,
    ask,
    deploy,
    async stop() {
      await environments.stop();
      await new Promise((resolve) => server.close(resolve).closeAllConnections());
    },
  };
}

/** How a build ends. */
export async function built(client: twilio.Twilio, service: string, build: string): Promise<string> {
  for (;;) {
    const { status } = await client.serverless.v1.services(service).builds(build).buildStatus().fetch();
    if (status !== 'building') return status;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
