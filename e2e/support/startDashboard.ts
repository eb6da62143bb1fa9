import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { buildFlexBundle } from '../../emulator/flex/buildFlexBundle';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator/startEmulator';
import { functionsBuild, pluginBuild } from '../../scripts/buildWhenChanged';
import { findBrowser } from '../../scripts/findBrowser';
import { control, type Control } from './control';

const root = join(__dirname, '..', '..');

export const defaultDefinitions = JSON.parse(
  readFileSync(join(root, 'default_stats.json'), 'utf8'),
) as Record<string, { metric: Record<string, unknown> }>;

export interface Dashboard {
  readonly emulator: Emulator;
  readonly control: Control;
  /** A new page, logged in with that role; every warning and error it prints is kept in `complaints`. */
  open(options?: OpenOptions): Promise<OpenedPage>;
  /** Names of the hosts that answered any page so far. */
  hostsReached(): readonly string[];
  stop(): Promise<void>;
}

export interface OpenOptions {
  readonly path?: string;
  readonly role?: string;
  readonly width?: number;
  readonly height?: number;
  /** What makes an account of the emulated one that is set up differently, before the page is loaded. */
  readonly prepare?: (page: Page) => Promise<void>;
}

export interface OpenedPage {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** Complaints of Flex itself, which has no way to the internet here; none of them is the plugin's. */
const flexOwnComplaints = [
  /paste-fonts.*fonts\.css/,
  /Loading media from.*incoming\.mp3/,
  /Could not play initial audio/,
  /logger decorated/,
  /initConversationsSDK: A connection error/,
];

/** The whole product on real parts: Flex UI, the built plugin, the built Function, a browser; only Twilio's cloud is emulated. */
export async function startDashboard(options: Partial<EmulatorOptions> = {}): Promise<Dashboard> {
  const emulator = await startEmulator({
    port: 0,
    scenario: 'still',
    flexBundle: await buildFlexBundle(),
    pluginBundle: join(root, pluginBuild.output),
    functionsFolder: join(root, functionsBuild.output, '..'),
    serverlessFolder: join(root, 'serverless'),
    definitions: defaultDefinitions,
    ...options,
  });
  const { executablePath, args } = await findBrowser();
  const browser: Browser = await chromium.launch({ executablePath, args: [...args] });
  // One context, so that Flex's 18 MB are read and compiled once for all pages of a test file.
  const context = await browser.newContext();
  const hosts = new Set<string>();
  context.on('requestfinished', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:') hosts.add(hostname);
  });
  return {
    emulator,
    control: control(emulator),
    async open({
      path = '/realtime-dashboard',
      role = 'supervisor',
      width = 1440,
      height = 900,
      prepare,
    } = {}) {
      await context.addCookies([{ name: 'role', value: role, url: emulator.origin }]);
      const page = await context.newPage();
      await page.setViewportSize({ width, height });
      await prepare?.(page);
      const complaints: string[] = [];
      const note = (text: string): void => {
        if (!flexOwnComplaints.some((known) => known.test(text))) complaints.push(text);
      };
      page.on('console', (message) => ['error', 'warning'].includes(message.type()) && note(message.text()));
      page.on('pageerror', (error) => note(String(error)));
      await page.goto(emulator.origin + path);
      await page.getByRole('link', { name: 'Agent Desktop' }).waitFor();
      return { page, complaints };
    },
    hostsReached: () => [...hosts],
    async stop() {
      await browser.close();
      await emulator.stop();
    },
  };
}

/** The tile of a metric, by its definition's key. */
export const tile = (page: Page, key: string): Locator => page.locator(`[data-metric="${key}"]`);
