import type { Page } from '@playwright/test';

/** Flex with its localisation switched on, for a user who chose Spanish; one of Flex's own texts is in Spanish then. */
export async function spanishFlex(page: Page): Promise<void> {
  await page.route('**/_tw/flex.twilio.com/api/v1/Session', (route) =>
    route.fulfill({ json: { features: [{ id: 'localization-beta', enabled: true }] } }),
  );
  const locales = '**/_tw/assets.flex.twilio.com/assets/locales/releases/flex-ui/*';
  await page.route(`${locales}/available_locales.json`, (route) =>
    route.fulfill({
      json: [
        { tag: 'en-US', name: 'English (US)' },
        { tag: 'es-MX', name: 'Español (México)' },
      ],
    }),
  );
  await page.route(`${locales}/es-MX.json`, (route) =>
    route.fulfill({ json: { strings: { SideNavTeamsView: 'Equipos' } } }),
  );
  await page.addInitScript(() => localStorage.setItem('TWILIO_FLEX_LOCALE_PREFERENCE', 'es-MX'));
}
