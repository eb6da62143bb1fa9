import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { buildFlexBundle } from '../../emulator/flex/buildFlexBundle';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator/startEmulator';
import { functionsBuild, pluginBuild } from '../../scripts/buildWhenChanged';
import { startAccount } from '../../scripts/startAccount';
import { control, type Control } from './control';
import { flexOrigin, launchBrowser } from './launchBrowser';
import { profileThatKnowsFlex } from './profileThatKnowsFlex';
import { sideLink } from './sideLink';

const root = join(__dirname, '..', '..');

/** What set-up makes of default_stats.json for the emulated account. */
export const defaultDefinitions = startAccount.definitions as Record<
  string,
  { metric: Record<string, unknown> }
>;

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

/** The emulator with the built plugin and the built Functions, as every browser test has it. */
const startProduct = async (options: Partial<EmulatorOptions> = {}): Promise<Emulator> =>
  startEmulator({
    port: 0,
    scenario: 'still',
    flexBundle: await buildFlexBundle(),
    flexOrigin,
    pluginBundle: join(root, pluginBuild.output),
    functionsFolder: join(root, functionsBuild.output, '..'),
    serverlessFolder: join(root, 'serverless'),
    definitions: defaultDefinitions,
    ...options,
  });

/** Makes the profile that every browser of the tests begins with. The first start of a dashboard does it, too. */
export const prepareBrowser = async (): Promise<string> =>
  profileThatKnowsFlex(await buildFlexBundle(), startProduct);

/**
 * The start of the emulator is an event. Its last collection comes 3 s later, which is after the first page has been opened;
 * it would write over what a test puts into the data.
 */
const answerToStart = ({ journal }: Emulator): Promise<void> =>
  new Promise((resolve) => {
    const stop = journal.subscribe(({ hop, details }) => {
      if (hop !== 'event-post' || details.eventType !== 'workspace.updated' || details.phase !== 'answered')
        return;
      stop();
      resolve();
    });
  });

/** The whole product on real parts: Flex UI, the built plugin, the built Function, a browser; only Twilio's cloud is emulated. */
export async function startDashboard(options: Partial<EmulatorOptions> = {}): Promise<Dashboard> {
  const prepared = await prepareBrowser();
  const profile = mkdtempSync(join(tmpdir(), 'browser-'));
  const undo = [async () => rmSync(profile, { recursive: true })];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    cpSync(prepared, profile, { recursive: true });
    const emulator = await startProduct(options);
    undo.push(() => emulator.stop());
    // A fresh account collects nothing before it is set up.
    const startCollected = options.account === 'fresh' ? Promise.resolve() : answerToStart(emulator);
    // One context, so that all pages of a test share Flex's session, as the tabs of a person do.
    const context = await launchBrowser(profile, emulator.origin);
    undo.push(() => context.close());
    return { ...openIn(context, emulator, startCollected), emulator, control: control(emulator), stop };
  } catch (error: unknown) {
    await stop();
    throw error;
  }
}

function openIn(
  context: BrowserContext,
  { origin }: Emulator,
  startCollected: Promise<void>,
): Pick<Dashboard, 'open' | 'hostsReached'> {
  const hosts = new Set<string>();
  context.on('requestfinished', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:') hosts.add(hostname);
  });
  return {
    async open({
      path = '/realtime-dashboard',
      role = 'supervisor',
      width = 1440,
      height = 900,
      prepare,
    } = {}) {
      await context.addCookies([{ name: 'role', value: role, url: origin }]);
      const page = await context.newPage();
      await page.setViewportSize({ width, height });
      await prepare?.(page);
      const complaints: string[] = [];
      const note = (text: string): void => {
        if (!flexOwnComplaints.some((known) => known.test(text))) complaints.push(text);
      };
      page.on('console', (message) => ['error', 'warning'].includes(message.type()) && note(message.text()));
      page.on('pageerror', (error) => note(String(error)));
      await page.goto(origin + path);
      await sideLink(page, 'Agent Desktop').waitFor();
      await startCollected;
      return { page, complaints };
    },
    hostsReached: () => [...hosts],
  };
}

/** The tile of a metric, by its definition's key. */
export const tile = (page: Page, key: string): Locator => page.locator(`[data-tile="${key}"]`);
