import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';

/** WCAG 2.2 A and AA, and what axe's authors call good practice. */
const rules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // It would fetch style sheets of Flex again, from hosts that are not there.
  preload: false,
};

/**
 * What axe finds wrong inside the element, one line for each place; Flex's own page around it is not ours to judge.
 * @param selector of the part of the page that is ours
 */
export async function accessibilityFaults(page: Page, selector: string): Promise<readonly string[]> {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations, passes } = await page.evaluate(
    async ([part, options]) => {
      const { axe } = window as unknown as {
        axe: { run(part: string, options: RunOptions): Promise<AxeResults> };
      };
      return axe.run(part, options);
    },
    [selector, rules] as const,
  );
  if (passes.length === 0) throw new Error(`axe found nothing to judge in ${selector}.`);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`),
  );
}
