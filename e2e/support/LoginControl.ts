import type { Page } from '@playwright/test';
import { issueToken, readToken } from '../../emulator/token';

const hourSeconds = 3600;
const storageKey = 'TWILIO_FLEX_SSO';

/** As text: what compiles this file for Node.js may add to functions what a page does not have. */
const timerInHand = `{
  const { setInterval } = window;
  window.setInterval = (callback, ...rest) => {
    if (!String(callback).includes('verifyToken')) return setInterval(callback, ...rest);
    window.lookAtToken = callback;
    return 0;
  };
}`;

/**
 * Flex's login in a page that was prepared with it: tokens end when a test wants it. All is Flex's own code but its timer,
 * which begins within 10 s and looks at the token every 15 to 20 s; here Flex looks when told.
 */
export class LoginControl {
  private life = hourSeconds;
  private isRefusing = false;

  /** To be called before the page is loaded. */
  readonly prepare = async (page: Page): Promise<void> => {
    await page.addInitScript(timerInHand);
    await page.route('**/Tokens/refresh', async (route) => {
      if (this.isRefusing) return route.fulfill({ status: 503 });
      const response = await route.fetch();
      const granted = (await response.json()) as { identity: string; roles: string[] };
      const token = issueToken({ ...granted, expiresInSeconds: this.life });
      const expiration = new Date(readToken(token)?.expiresAt ?? 0).toISOString();
      return route.fulfill({ response, json: { ...granted, token, expiration } });
    });
  };

  /** Whether Flex is refused new tokens from now on. */
  refuse(isRefusing: boolean): void {
    this.isRefusing = isRefusing;
  }

  /**
   * Flex looks at its token: has it renewed when it has ended or ends within three minutes, and logs the user out when that
   * fails after the end. It gives a new token to its clients once a second at the most, and forgets the second one.
   */
  async lookAtToken(page: Page): Promise<void> {
    await page.waitForFunction(() => 'lookAtToken' in window);
    await page.evaluate(() => (window as unknown as { lookAtToken(): Promise<void> }).lookAtToken());
  }

  /** Flex believes that its token ends soon, and has it renewed by one that lasts so many seconds. */
  async renew(page: Page, seconds = hourSeconds): Promise<void> {
    await page.evaluate((key) => {
      const session = JSON.parse(localStorage.getItem(key) ?? '{}') as object;
      const expiration = new Date(Date.now() + 60_000).toISOString();
      localStorage.setItem(key, JSON.stringify({ ...session, expiration }));
    }, storageKey);
    this.life = seconds;
    await this.lookAtToken(page);
    this.life = hourSeconds;
  }

  tokenOf(page: Page): Promise<string> {
    return page.evaluate(
      (key) => (JSON.parse(localStorage.getItem(key) ?? '{}') as { token: string }).token,
      storageKey,
    );
  }
}
