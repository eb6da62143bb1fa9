import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import twilio from 'twilio';
import { account } from '../account';
import { watchConformance, type WatchedAnswers } from '../conformance/watchConformance';
import { RewritingClient } from '../taskrouter/testing/restServer';
import { PluginService } from './PluginService';
import { pluginRest } from './pluginRest';

let server: Server;
let watched: WatchedAnswers;
let client: twilio.Twilio;

beforeEach(async () => {
  watched = watchConformance(['flex-api.twilio.com']);
  const app = express();
  app.use('/_tw', watched.middleware);
  app.use('/_tw/flex-api.twilio.com', pluginRest(new PluginService()));
  server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = twilio(account.accountSid, account.authToken, { httpClient: new RewritingClient(base) });
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve).closeAllConnections());
  expect(watched.problems).toEqual([]);
  expect(watched.compared()).toBeGreaterThan(0);
});

const plugins = () => client.flexApi.v1.plugins;
const publish = async (version: string, name = 'plugin-a') => {
  const { pluginVersions } = plugins()(name);
  const url = `https://default-1234-abcde.twil.io/plugins/${name}/${version}/bundle.js`;
  return pluginVersions.create({ versionParam: version, pluginUrl: url, changelog: 'First', private: true });
};

describe('the Plugin API, to twilio-node', () => {
  test('keeps plugins and their versions, newest first', async () => {
    await plugins().create({ uniqueName: 'plugin-a', friendlyName: 'A', description: 'One' });
    await plugins()('plugin-a').update({ description: 'Another' });
    await publish('0.1.0');
    await publish('0.2.0');

    expect(await plugins()('plugin-a').fetch()).toMatchObject({ description: 'Another', archived: false });
    const { pluginVersions } = plugins()('plugin-a');
    expect((await pluginVersions.list()).map(({ version }) => version)).toEqual(['0.2.0', '0.1.0']);
    expect(await pluginVersions('0.1.0').fetch()).toMatchObject({ version: '0.1.0', changelog: 'First' });
  });

  test('lists plugins page by page', async () => {
    for (const name of ['plugin-a', 'plugin-b', 'plugin-c']) await plugins().create({ uniqueName: name });

    const all = await plugins().list({ pageSize: 2 });
    expect(all.map(({ uniqueName }) => uniqueName)).toEqual(['plugin-c', 'plugin-b', 'plugin-a']);
  });

  test('refuses a name that is taken, a version that is not greater, and what is not there', async () => {
    await plugins().create({ uniqueName: 'plugin-a' });
    await publish('0.2.0');

    await expect(plugins().create({ uniqueName: 'plugin-a' })).rejects.toMatchObject({ status: 409 });
    await expect(publish('0.1.0')).rejects.toMatchObject({ status: 400 });
    await expect(publish('0.1.0', 'plugin-b')).rejects.toMatchObject({ status: 404 });
  });

  test('releases a configuration of versions', async () => {
    await plugins().create({ uniqueName: 'plugin-a' });
    const { sid: version } = await publish('0.1.0');
    const { pluginConfigurations, pluginReleases } = client.flexApi.v1;
    const { sid } = await pluginConfigurations.create({
      name: 'First',
      plugins: [JSON.stringify({ plugin_version: version, phase: 3 })],
    });
    await pluginReleases.create({ configurationId: sid });

    expect(await pluginReleases('active').fetch()).toMatchObject({ configurationSid: sid });
    expect(await pluginReleases.list()).toHaveLength(1);
    expect(await pluginConfigurations(sid).fetch()).toMatchObject({ name: 'First' });
    expect(await pluginConfigurations.list()).toHaveLength(1);
    expect(await pluginConfigurations(sid).plugins.list()).toMatchObject([
      { uniqueName: 'plugin-a', version: '0.1.0', phase: 3 },
    ]);
    expect(await pluginConfigurations(sid).plugins('plugin-a').fetch()).toMatchObject({ version: '0.1.0' });
  });
});
