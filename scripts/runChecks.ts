export interface Sum {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Result extends Sum {
  /** A sentence that says what to do; it is shown again after the summary, where it is not overlooked. */
  readonly help?: string;
}

export interface Check {
  readonly name: string;
  run(): Promise<Result>;
}

/** Checks that run one after the other. */
export type Lane = readonly Check[];
/** Lanes that run at the same time. */
export type Stage = readonly Lane[];

/**
 * Runs all checks, also when some fail: stage after stage. Says when each begins, and in the end how each went and what helps;
 * the last line is the sum.
 *
 * @returns whether nothing failed, and nothing was skipped: a skipped test is a promise nobody checked
 */
export async function runChecks(stages: readonly Stage[], say: (line: string) => void): Promise<boolean> {
  let sum: Sum = { passed: 0, failed: 0, skipped: 0 };
  const summary: string[] = [];
  const helps: string[] = [];
  const run = async (check: Check): Promise<void> => {
    say(`\n> ${check.name}`);
    const started = Date.now();
    const result = await check.run();
    sum = add(sum, result);
    if (result.help) helps.push(result.help);
    const seconds = Math.round((Date.now() - started) / 1000);
    summary.push(`${result.failed > 0 ? 'FAILED' : 'ok'}  ${check.name}: ${inWords(result)} (${seconds} s)`);
  };
  for (const lanes of stages) {
    await Promise.all(
      lanes.map(async (lane) => {
        for (const check of lane) await run(check);
      }),
    );
  }
  say(`\n${summary.join('\n')}\n`);
  for (const help of helps) say(`${help}\n`);
  say(inWords(sum));
  return sum.failed === 0 && sum.skipped === 0;
}

const add = (a: Sum, b: Sum): Sum => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

const inWords = ({ passed, failed, skipped }: Sum): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
