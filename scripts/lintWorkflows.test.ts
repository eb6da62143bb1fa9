import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');
const sha = '0123456789abcdef0123456789abcdef01234567';
const sound = `on: push
permissions:
  contents: read
jobs:
  test:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@${sha} # v6.0.2
      - run: npm test
        env:
          TITLE: \${{ github.event_name }}
`;

describe('lintWorkflows', () => {
  let repository: string;
  beforeEach(() => {
    repository = mkdtempSync(join(tmpdir(), 'workflows-'));
    mkdirSync(join(repository, '.github/workflows'), { recursive: true });
  });
  afterEach(() => rmSync(repository, { recursive: true }));

  function lint(workflows: Readonly<Record<string, string>>): { status: number | null; lines: string[] } {
    for (const [file, text] of Object.entries(workflows))
      writeFileSync(join(repository, '.github/workflows', file), text);
    const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'scripts/lintWorkflows.mts', repository], {
      cwd: root,
      encoding: 'utf8',
    });
    return { status, lines: (stderr + stdout).trim().split('\n') };
  }

  it('accepts a sound workflow', () => {
    expect(lint({ 'sound.yml': sound })).toEqual({ status: 0, lines: ['Valid workflows: sound.yml'] });
  });

  it('names the file and the line of each fault', () => {
    const changed = (from: string, to: string): string => sound.replace(from, to);
    const { status, lines } = lint({
      'a-key.yml': changed('timeout-minutes', 'timeout-minute'),
      'b-need.yml': changed('runs-on', 'needs: [build]\n    runs-on'),
      'c-expression.yml': changed('github.event_name', "contian('a')"),
      'd-yaml.yml': changed('  test:', ' test: ]'),
      'e-permissions.yml': changed('permissions:\n  contents: read\n', ''),
      'f-timeout.yml': changed('    timeout-minutes: 5\n', ''),
      'g-tag.yml': changed(`${sha} # v6.0.2`, 'v6'),
      'h-version.yml': changed(' # v6.0.2', ''),
      'i-script.yml': changed('npm test', 'echo ${{ github.head_ref }}'),
    });
    const files = new Map(lines.map((line) => [/[a-z-]+\.yml:\d+/.exec(line)?.[0], line]));
    expect(status).toBe(1);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'a-key.yml:7',
        'b-need.yml:6',
        'c-expression.yml:12',
        'd-yaml.yml:5',
        'e-permissions.yml:1',
        'f-timeout.yml:5',
        'g-tag.yml:9',
        'h-version.yml:9',
        'i-script.yml:10',
      ]),
    );
    expect(files.get('g-tag.yml:9')).toContain('Pin the action by the full SHA');
  });

  it('is part of npm run lint', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: { lint: string };
    };
    expect(scripts.lint.split(' && ')).toContain('tsx scripts/lintWorkflows.mts');
  });
});
