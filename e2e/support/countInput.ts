import type { Page } from '@playwright/test';

export interface InputCount {
  /** Presses of a mouse's button. */
  readonly clicks: number;
  /** Presses of a key. */
  readonly keys: number;
}

/** Counts what a person's hands do, as the browser sees it: what a script does to the page does not count. */
export async function countInput(page: Page): Promise<{ sinceLast(): Promise<InputCount> }> {
  await page.evaluate(() => {
    const count = { clicks: 0, keys: 0 };
    (window as unknown as { inputCount: typeof count }).inputCount = count;
    const listen = (type: string, field: keyof typeof count): void =>
      window.addEventListener(type, ({ isTrusted }) => void (count[field] += Number(isTrusted)), true);
    listen('pointerdown', 'clicks');
    listen('keydown', 'keys');
  });
  return {
    sinceLast: () =>
      page.evaluate(() => {
        const { inputCount } = window as unknown as { inputCount: { clicks: number; keys: number } };
        const counted = { ...inputCount };
        Object.assign(inputCount, { clicks: 0, keys: 0 });
        return counted;
      }),
  };
}
