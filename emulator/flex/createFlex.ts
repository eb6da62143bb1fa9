import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import express from 'express';
import { sid } from '../account';
import type { Faults } from '../faults';
import type { Journal } from '../journal';
import { accountRest } from '../plugin-api/accountRest';
import { packageRegistry } from '../plugin-api/packageRegistry';
import { pluginRest } from '../plugin-api/pluginRest';
import { PluginService } from '../plugin-api/PluginService';
import { pluginUploadRest } from '../plugin-api/pluginUploadRest';
import type { Deployment } from '../serverless-api/Deployment';
import { strikeRequests } from '../strikeRequests';
import { FlexConfiguration } from './FlexConfiguration';
import { flexPage } from './flexPage';
import { flexRest } from './flexRest';
import { pluginBundles, type Asset } from './pluginBundles';

const root = join(__dirname, '..', '..');

export interface FlexOptions {
  readonly journal: Journal;
  /** Those on `plugin-api` strike here. */
  readonly faults: Faults;
  /** `fresh`: no plugin was ever released, and Flex Configuration knows no Serverless service. */
  readonly account: 'installed' | 'fresh';
  /** File made by buildFlexBundle; its name tells its version. */
  readonly flexBundle: string;
  readonly flexOrigin?: string | undefined;
  /** What the installed account has deployed as this package's version, made by `npm run build`. */
  readonly pluginBundle: string;
  readonly customData?: Readonly<Record<string, string>> | undefined;
  /** The deployed Functions of each environment, at this moment. */
  readonly functions: () => readonly Pick<Deployment, 'domain' | 'localOrigin'>[];
  /** The asset at that address in what is deployed at this moment. */
  readonly readAsset: (url: string) => Asset | undefined;
}

export interface Flex {
  /** Every host of Twilio's that is asked about Flex; mount it at `/_tw`, after all other hosts. */
  readonly rest: express.Router;
  /** The stand-in for npm's registry; mount it at `/_npm`. */
  readonly packages: express.Router;
  /** The page and all that it loads; mount it last. */
  readonly page: express.Router;
}

/** Flex: its page, what the page asks for, and the Plugin API, which says which plugins it loads. */
export function createFlex(options: FlexOptions): Flex {
  const { journal, faults, flexBundle, flexOrigin, functions } = options;
  const plugins = new PluginService();
  const ours = options.account === 'installed' ? releaseOurs(plugins) : undefined;
  const configuration = new FlexConfiguration({
    customData: options.customData,
    uiVersion: /flex-ui-(\d+\.\d+\.\d+)/.exec(basename(flexBundle))?.[1] ?? installedVersion(),
    serverlessServiceSids: options.account === 'installed' ? [sid('ZS', 2)] : null,
  });
  const bundles = pluginBundles(plugins, (url) =>
    url === ours
      ? { content: readFileSync(options.pluginBundle), contentType: 'application/javascript' }
      : options.readAsset(url),
  );

  const rest = express.Router();
  rest.use('/api.twilio.com', accountRest());
  rest.use('/flex-plugin-upload.us1.twilio.com', pluginUploadRest());
  rest.use('/flex-api.twilio.com', strikeRequests(faults, 'plugin-api'), pluginRest(plugins));
  rest.use(flexRest({ journal, plugins: bundles.list, configuration }));

  const page = express.Router();
  page.use(bundles.router);
  page.use(flexPage({ flexBundle, flexOrigin, functions }));

  return { rest, packages: packageRegistry(), page };
}

/** Releases the plugin of this package, and returns the address at which its bundle was deployed. */
function releaseOurs(plugins: PluginService): string {
  const { name, version } = readPackage('package.json');
  const url = `https://default-4321-12345.twil.io/plugins/${name}/${version}/bundle.js`;
  plugins.createPlugin(name, name, '');
  const made = plugins.createVersion(name, {
    version,
    url,
    changelog: '',
    private: true,
    validated: true,
  });
  const configuration = plugins.createConfiguration('Realtime Dashboard', '', [
    { versionSid: made.sid, phase: 3 },
  ]);
  plugins.createRelease(configuration.sid);
  return url;
}

const installedVersion = (): string => readPackage('node_modules/@twilio/flex-ui/package.json').version;

const readPackage = (file: string): { readonly name: string; readonly version: string } =>
  JSON.parse(readFileSync(join(root, file), 'utf8')) as { name: string; version: string };
