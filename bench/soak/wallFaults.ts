import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Control } from '../../e2e/support/control';
import type { LoginControl } from '../../e2e/support/LoginControl';
import { soakDefinitions } from './ChangingContactCentre';

/** Something that goes wrong around a wall. */
export interface WallFault {
  readonly name: string;
  /** How long it lasts at the least and at the most; a fault of an instant lasts no time. */
  readonly seconds: readonly [least: number, most: number];
  /** Whether it takes the wall's network away or cannot be had without it; two that name it do not come together. */
  readonly network?: 'takes' | 'needs';
  begin(surroundings: Surroundings, seconds: number): Promise<void>;
  end?(surroundings: Surroundings): Promise<void>;
}

export interface Surroundings {
  readonly page: Page;
  readonly control: Control;
  readonly login: LoginControl;
  readonly clearFaults: () => Promise<void>;
}

const refreshes = '**/refreshDashboard';
const nothing: readonly [number, number] = [0, 0];

/** Fails all such requests until it is over. */
const failing = (name: string, target: string, status: number, code: number): WallFault => ({
  name,
  seconds: [5, 15],
  begin: ({ control }) => void0(control.post('faults', { target, times: 10_000, status, code })),
  end: ({ clearFaults }) => clearFaults(),
});

/** The clock of the browser's machine is set, and set right again; time itself goes on. */
const setClock = (name: string, byMs: number): WallFault => ({
  name,
  seconds: [5, 15],
  network: 'needs',
  begin: ({ page }) => turnClock(page, byMs),
  end: ({ page }) => turnClock(page, 0),
});

const turnClock = (page: Page, byMs: number): Promise<void> =>
  page.evaluate((by) => {
    const real = (window as { realNow?: () => number }).realNow ?? Date.now.bind(Date);
    Object.assign(window, { realNow: real });
    Date.now = () => real() + by;
  }, byMs);

const void0 = async (work: Promise<unknown>): Promise<void> => void (await work);

export const wallFaults: readonly WallFault[] = [
  {
    name: 'socket drop',
    seconds: nothing,
    begin: ({ control }) => void0(control.post('sockets/drop')),
  },
  {
    name: 'refused connects',
    seconds: [3, 15],
    begin: ({ control }, seconds) => void0(control.post('sockets/refuse', { seconds })),
  },
  {
    name: 'half-open socket',
    seconds: nothing,
    begin: ({ control }) => void0(control.post('sockets/silence')),
  },
  setClock('clock of the wall set back an hour', -3_600_000),
  setClock('clock of the wall set ahead 10 minutes', 600_000),
  failing('429s of statistics', 'statistics', 429, 20429),
  failing('429s of Sync writes', 'sync-write', 429, 54009),
  failing('429s of Sync reads', 'sync-read', 429, 54009),
  failing('statistics answer 500', 'statistics', 500, 20500),
  {
    name: 'Function outage',
    seconds: [5, 15],
    async begin({ page, control }) {
      await control.post('faults', { target: 'event-post', times: 10_000, status: 503 });
      await page.route(refreshes, (route) => route.abort());
    },
    async end({ page, clearFaults }) {
      await clearFaults();
      await page.unroute(refreshes);
    },
  },
  {
    name: 'Functions killed',
    seconds: nothing,
    begin: ({ control }) => void0(control.post('functions/kill')),
  },
  {
    name: 'restart of all services',
    seconds: [2, 5],
    async begin({ control }, seconds) {
      await control.post('functions/kill');
      await control.post('sockets/refuse', { seconds });
    },
  },
  {
    name: 'network of the wall lost',
    seconds: [5, 15],
    network: 'takes',
    begin: ({ page }) => page.context().setOffline(true),
    end: ({ page }) => page.context().setOffline(false),
  },
  {
    name: 'slow statistics',
    seconds: [5, 15],
    begin: ({ control }) =>
      void0(control.post('faults', { target: 'statistics', times: 10_000, delayMs: 4_000 })),
    end: ({ clearFaults }) => clearFaults(),
  },
  {
    name: 'events doubled and out of order',
    seconds: [5, 15],
    begin: ({ control }) =>
      void0(
        control.post('faults', { target: 'event-post', times: 10_000, share: 0.5, duplicate: 2, reorder: 2 }),
      ),
    end: ({ clearFaults }) => clearFaults(),
  },
  {
    name: 'page reloaded',
    seconds: nothing,
    network: 'needs',
    begin: ({ page }) => void0(page.reload()),
  },
  {
    name: 'renewal of the token refused, granted in time',
    seconds: [3, 10],
    network: 'needs',
    async begin({ page, login }, seconds) {
      await login.renew(page, seconds + 5);
      login.refuse(true);
      await login.lookAtToken(page);
    },
    async end({ page, login }) {
      login.refuse(false);
      await login.lookAtToken(page);
    },
  },
  {
    name: 'token ended, renewed later',
    seconds: [5, 15],
    network: 'needs',
    begin: ({ page, login }) => login.renew(page, 2),
    end: ({ page, login }) => login.lookAtToken(page),
  },
  {
    name: 'login ended, begun again',
    seconds: [5, 10],
    network: 'needs',
    async begin({ page, login }) {
      await login.renew(page, 1.5);
      login.refuse(true);
      await pause(2_000);
      await login.lookAtToken(page);
    },
    async end({ page, login }) {
      login.refuse(false);
      // A login leads to Flex's start page.
      await page.goto(new URL('/', page.url()).href);
    },
  },
  {
    name: 'data deleted',
    seconds: nothing,
    begin: ({ control }) => control.removeDocument('dashboard-data'),
  },
  {
    name: 'definitions deleted, created again',
    seconds: [2, 6],
    begin: ({ control }) => control.removeDocument('dashboard-definitions'),
    end: ({ control }) => control.putDocument('dashboard-definitions', soakDefinitions),
  },
];
