import type { Page } from 'playwright-core';

/**
 * A page in a browser context of its own, as all pages of one share Flex's session, whose login has some seconds left
 * instead of days. Flex asks for a new token 15 s after it started, and every 15 s from then on.
 */
export async function openWithShortLogin(
  opened: Page,
  address: string,
  seconds: number,
  prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<Page> {
  const page = await opened.context().browser()?.newPage();
  if (!page) throw new Error('The browser of that page is gone');
  await prepare(page);
  await page.addInitScript((seconds) => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (this: Storage, key: string, value: string): void {
      if (key !== 'TWILIO_FLEX_SSO' || sessionStorage.getItem('login')) return setItem.call(this, key, value);
      setItem.call(sessionStorage, 'login', 'short');
      const session = JSON.parse(value) as { token: string; expiration: string };
      const [header, payload = ''] = session.token.split('.');
      const claims = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as object;
      const end = Date.now() + seconds * 1000;
      session.token = `${header}.${btoa(JSON.stringify({ ...claims, exp: end / 1000 }))}.`;
      session.expiration = new Date(end).toISOString();
      setItem.call(this, key, JSON.stringify(session));
    };
  }, seconds);
  await page.goto(address);
  return page;
}
