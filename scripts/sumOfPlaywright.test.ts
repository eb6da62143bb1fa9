import { sumOfPlaywright } from './sumOfPlaywright';

const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };

it.each([
  ['all passed', stats, 0, { passed: 3, failed: 0, skipped: 0 }],
  [
    'one failed, one was flaky',
    { ...stats, unexpected: 1, flaky: 1 },
    1,
    { passed: 3, failed: 2, skipped: 0 },
  ],
  ['one was skipped', { ...stats, skipped: 1 }, 0, { passed: 3, failed: 0, skipped: 1 }],
  ['a file could not be loaded', { ...stats, expected: 0 }, 1, { passed: 0, failed: 1, skipped: 0 }],
])('counts what Playwright Test says when %s', (_what, report, code, sum) => {
  expect(sumOfPlaywright({ stats: report }, code)).toEqual(sum);
});
