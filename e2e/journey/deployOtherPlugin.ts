import { account } from '../../emulator/account';
import type { DeployWorld } from '../../scripts/deploy/testing/DeployWorld';
import { releaseOtherPlugin } from '../../scripts/deploy/testing/otherPlugin';

const path = '/plugins/plugin-of-another-team/3.2.1/bundle.js';

/** Says that it was loaded, and does nothing else. */
const bundle = `Twilio.Flex.Plugins.init(class {
  constructor() { this.name = 'AnotherTeam'; }
  init() { document.documentElement.dataset.anotherTeam = '3.2.1'; }
});`;

/** Deploys and releases a plugin of another team, whose bundle pages can load. @returns what identifies it in a release */
export async function deployOtherPlugin(world: DeployWorld): Promise<string> {
  const make = async (address: string, form: Readonly<Record<string, string>>) =>
    (await world.ask('POST', `serverless.twilio.com/v1/Services${address}`, form)) as Record<string, string>;
  const service = await make('', { UniqueName: 'another-team', FriendlyName: 'Another team' });
  const asset = await make(`/${service.sid}/Assets`, { FriendlyName: path });
  const version = await upload(world, `Services/${service.sid}/Assets/${asset.sid}/Versions`);
  const build = await make(`/${service.sid}/Builds`, { AssetVersions: version });
  const environment = await make(`/${service.sid}/Environments`, {
    UniqueName: 'plugins',
    DomainSuffix: 'p',
  });
  const status = `serverless.twilio.com/v1/Services/${service.sid}/Builds/${build.sid}/Status`;
  while ((await world.ask('GET', status)).status === 'building')
    await new Promise((resolve) => setTimeout(resolve, 100));
  await make(`/${service.sid}/Environments/${environment.sid}/Deployments`, { BuildSid: build.sid ?? '' });
  return releaseOtherPlugin(world, `https://${environment.domain_name}${path}`);
}

async function upload({ emulator }: DeployWorld, address: string): Promise<string> {
  const form = new FormData();
  form.set('Path', path);
  form.set('Visibility', 'protected');
  form.set('Content', new Blob([bundle], { type: 'application/javascript' }), 'bundle.js');
  const origin = emulator.origin.replace('localhost', '127.0.0.1');
  const credentials = Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64');
  const response = await fetch(`${origin}/_tw/serverless-upload.twilio.com/v1/${address}`, {
    method: 'POST',
    headers: { Authorization: `Basic ${credentials}` },
    body: form,
  });
  const { sid } = (await response.json()) as { sid?: string };
  if (!sid) throw new Error(`The upload answered ${response.status}`);
  return sid;
}
