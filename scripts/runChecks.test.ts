import { runChecks, type Check, type Result, type Sum } from './runChecks';

const none: Sum = { passed: 0, failed: 0, skipped: 0 };

/** Checks that note when they begin and end. */
function noting(happened: string[]) {
  return (name: string, sum: Partial<Result> = {}): Check => ({
    name,
    async run() {
      happened.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      happened.push(`${name} ends`);
      return { ...none, ...sum };
    },
  });
}

const lastLine = async (...checks: readonly Check[]): Promise<[string | undefined, boolean]> => {
  const said: string[] = [];
  const isGood = await runChecks([[checks]], (line) => said.push(line));
  return [said.at(-1), isGood];
};

it('runs lanes at the same time, the checks of a lane in order, and a stage after all of the one before', async () => {
  const happened: string[] = [];
  const check = noting(happened);
  await runChecks([[[check('a'), check('b')], [check('c')]], [[check('d')]]], () => undefined);
  expect(happened).toEqual([
    'a begins',
    'c begins',
    'a ends',
    'b begins',
    'c ends',
    'b ends',
    'd begins',
    'd ends',
  ]);
});

it('goes on after a check that failed, and names it', async () => {
  const happened: string[] = [];
  const said: string[] = [];
  const check = noting(happened);
  await runChecks([[[check('a', { failed: 1 }), check('b', { passed: 2 })]]], (line) => said.push(line));
  expect(happened).toContain('b ends');
  expect(said.join('\n')).toMatch(
    /^FAILED {2}a: 0 passed, 1 failed, 0 skipped \(\d+ s\)\nok {2}b: 2 passed/m,
  );
});

it.each([
  ['all passed', { passed: 3 }, '5 passed, 0 failed, 0 skipped', true],
  ['one failed', { passed: 2, failed: 1 }, '4 passed, 1 failed, 0 skipped', false],
  ['one was skipped', { passed: 2, skipped: 1 }, '4 passed, 0 failed, 1 skipped', false],
])(
  'says the sum in its last line, and whether it is good, given that %s',
  async (_given, sum, words, good) => {
    const check = noting([]);
    expect(await lastLine(check('a', sum), check('b', { passed: 2 }))).toEqual([words, good]);
  },
);

it('says what helps last of all but the sum', async () => {
  const said: string[] = [];
  const check = noting([]);
  const checks = [check('a', { failed: 1, help: 'Do this.' }), check('b', { passed: 2 })];
  await runChecks([[checks]], (line) => said.push(line));
  expect(said.slice(-2)).toEqual(['Do this.\n', '2 passed, 1 failed, 0 skipped']);
});
