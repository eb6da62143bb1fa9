import type { Page } from 'playwright-core';

/** As short as Flex takes one; in seconds. */
const life = 45;

/**
 * Makes the token that Flex starts with run out soon after each load of the page; Flex renews it. To be called before the
 * page is loaded.
 *
 * @returns counts the tokens that were renewed
 */
export async function shortTokens(page: Page): Promise<{ readonly renewed: number }> {
  const counts = { renewed: 0 };
  await page.addInitScript((seconds) => {
    const { setItem } = Storage.prototype;
    let isShort = false;
    // As Flex finds its session, but of a login that has some seconds left.
    Storage.prototype.setItem = function (this: Storage, key: string, value: string): void {
      if (key !== 'TWILIO_FLEX_SSO' || isShort) return setItem.call(this, key, value);
      isShort = true;
      const session = JSON.parse(value) as { token: string; expiration: string };
      const [header, payload = ''] = session.token.split('.');
      const claims = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as object;
      const end = Date.now() + seconds * 1000;
      session.token = `${header}.${btoa(JSON.stringify({ ...claims, exp: end / 1000 }))}.`;
      session.expiration = new Date(end).toISOString();
      setItem.call(this, key, JSON.stringify(session));
    };
  }, life);
  page.on('response', (response) => {
    if (response.url().endsWith('/Tokens/refresh') && response.ok()) counts.renewed += 1;
  });
  return counts;
}
