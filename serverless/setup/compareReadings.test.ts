import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compareReadings } from './compareReadings';

const serverless = path.join(__dirname, '..');

describe('compareReadings', () => {
  test.each<[string, string, number, string]>([
    [
      'a comment behind a value',
      'A=1\nZONE=Australia/Sydney # Sydney office',
      2,
      'comment on a line of its own',
    ],
    [
      'a comment behind a quoted value',
      'ZONE="Australia/Sydney" # office',
      1,
      'comment on a line of its own',
    ],
    ['# in a value', 'QUEUES=Support #1,Sales', 1, 'put the whole value in double quotes'],
    ['export', '# zone\n\nexport ZONE=Australia/Sydney', 3, 'leave out "export"'],
    ['half-quoted', 'QUEUES="Sales",Support', 1, 'one pair of quotes around the whole value'],
    ['backticks', 'ZONE=`Australia/Sydney`', 1, 'backticks'],
    ['several lines', 'A=1\nQUEUES="Sales\nSupport"\nB=2', 2, 'on this line, with both quotes'],
    ['an open quote', "ZONE='Europe/Berlin", 1, 'on this line, with both quotes'],
    ['a byte order mark', '\uFEFFZONE=Europe/Berlin', 1, 'without a byte order mark'],
    [
      'a byte order mark before a comment',
      '\uFEFF# Ours\nZONE=Europe/Berlin',
      1,
      'without a byte order mark',
    ],
    ['a repeated name', 'ZONE=UTC\nZONE=Europe/Berlin # ours', 2, 'comment on a line of its own'],
    ['a colon', 'A=1\nZONE: Europe/Berlin', 2, 'neither NAME=value nor a comment'],
    ['a name alone', 'ZONE', 1, 'neither NAME=value nor a comment'],
    ['a blank in the name', 'TIME ZONE=UTC', 1, ''],
  ])('refuses %s, with the line and what to write', (_, text, line, cure) => {
    const { problems } = compareReadings(text);

    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^Line ${line} `));
    expect(problems[0]).toContain(cure);
  });

  test.each<[string, string, Record<string, string>]>([
    ['plain values', 'A=1\nB = two words ', { A: '1', B: 'two words' }],
    ['Windows line ends', '# a\r\nA=1\r\n\r\nB=2\r\n', { A: '1', B: '2' }],
    ['quotes', 'A="Support #1,Sales"\nB=\'x\'', { A: 'Support #1,Sales', B: 'x' }],
    ['empty values', 'A=\nB=""', { A: '', B: '' }],
    ['comments on lines of their own', '  # a=1\nA=1', { A: '1' }],
    ['= in a value', 'A=b=c', { A: 'b=c' }],
  ])('takes %s', (_, text, variables) => {
    expect(compareReadings(text)).toEqual({ variables, problems: [] });
  });

  test('takes the example file', () => {
    expect(compareReadings(readFileSync(path.join(serverless, '.env.example'), 'utf8')).problems).toEqual([]);
  });
});

describe('npm run check', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'check-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const check = (text: string) => {
    writeFileSync(path.join(folder, '.env.uat'), text);
    return spawnSync(
      process.execPath,
      [
        '--import',
        `file://${path.join(serverless, 'node_modules/tsx/dist/loader.mjs')}`,
        path.join(__dirname, 'check.ts'),
        'uat',
      ],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, TSX_TSCONFIG_PATH: path.join(serverless, 'tsconfig.json') },
      },
    );
  };
  const workspace = `TWILIO_WORKSPACE_SID=WS${'0'.repeat(32)}`;

  test('accepts a file that can be deployed, without an account', () => {
    const { status, stdout } = check(`${workspace}\nDASHBOARD_TIMEZONE=Europe/Berlin\n`);

    expect(status).toBe(0);
    expect(stdout).toContain('.env.uat can be deployed. The day starts at 06:00 in Europe/Berlin.');
  });

  test.each([
    [
      'a value that is not valid',
      `${workspace}\nDASHBOARD_DAY_START="6 am"`,
      'DASHBOARD_DAY_START is "6 am"',
    ],
    ['no workspace', 'TWILIO_WORKSPACE_SID=', '"npm run setup -- uat" writes the workspace'],
    [
      'an ambiguous line',
      `${workspace}\nexport DASHBOARD_TIMEZONE=UTC`,
      'Line 2 would be deployed differently',
    ],
  ])('refuses %s', (_, text, message) => {
    const { status, stderr } = check(text);

    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });

  const { scripts } = JSON.parse(readFileSync(path.join(serverless, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };

  test.each(['dev', 'uat', 'prod'])('comes first in deploy:%s, and no service is remembered', (name) => {
    expect(scripts[`deploy:${name}`]).toMatch(
      new RegExp(`^npm run check -- ${name} && npm run build && npm run forget-service && twilio `),
    );
  });

  test('a service that was deleted in Console is forgotten', () => {
    copyFileSync(path.join(serverless, 'package.json'), path.join(folder, 'package.json'));
    writeFileSync(path.join(folder, '.twiliodeployinfo'), '{}');
    for (let times = 0; times < 2; times += 1) {
      expect(spawnSync('npm', ['run', 'forget-service'], { cwd: folder }).status).toBe(0);
      expect(existsSync(path.join(folder, '.twiliodeployinfo'))).toBe(false);
    }
  });
});
