import type { Sum } from './runChecks';

/** What is read of the result that Playwright Test's reporter `json` writes. */
export interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    /** Failed, and passed when tried again. */
    readonly flaky: number;
    readonly skipped: number;
  };
}

/**
 * A flaky test has failed. A run can fail without a failed test too, as when a file cannot be loaded.
 * @param code with which the run ended
 */
export function sumOfPlaywright({ stats }: PlaywrightReport, code: number): Sum {
  const failed = stats.unexpected + stats.flaky;
  return {
    passed: stats.expected,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: stats.skipped,
  };
}
