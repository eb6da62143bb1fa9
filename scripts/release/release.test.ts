import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { disagreements, notesOf, readVersions } from './versions';

const root = join(__dirname, '../..');
const run = (script: string, ...words: readonly string[]) =>
  spawnSync('npx', ['tsx', `scripts/release/${script}.ts`, ...words], { cwd: root, encoding: 'utf8' });

describe('versions', () => {
  it('are the same everywhere', () => {
    expect(disagreements(readVersions(root))).toEqual([]);
  });

  it('are reported where they differ from package.json', () => {
    expect(
      disagreements({
        'package.json': '1.2.0',
        'serverless/package.json': '1.1.0',
        'CHANGELOG.md': undefined,
      }),
    ).toEqual([
      'package.json has version 1.2.0, but serverless/package.json is 1.1.0.',
      'package.json has version 1.2.0, but CHANGELOG.md is missing.',
    ]);
  });

  it('lead to their notes in the changelog', () => {
    const changelog =
      '# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2027-01-02\n\n- New\n\n## [0.1.0] - 2026-11-28\n\n- Old\n';
    expect([notesOf(changelog, '0.2.0'), notesOf(changelog, '0.3.0')]).toEqual(['- New', undefined]);
  });
});

describe('checkRelease', () => {
  const { 'package.json': version } = readVersions(root);

  it('accepts the tag of the version', () => {
    expect(run('checkRelease', `v${version}`)).toMatchObject({
      status: 0,
      stdout: `Everything has version ${version}.\n`,
    });
  });

  it('refuses another tag', () => {
    expect(run('checkRelease', 'v99.0.0')).toMatchObject({
      status: 1,
      stderr: `package.json has version ${version}, but the tag is 99.0.0.\n`,
    });
  });
});

describe('packRelease', () => {
  it('packs the plugin, the Functions and checksums that hold', () => {
    const folder = mkdtempSync(join(tmpdir(), 'release-'));
    try {
      const assets = join(folder, 'assets');
      expect(run('packRelease', folder)).toMatchObject({ status: 0, stderr: '' });
      expect(readFileSync(join(folder, 'NOTES.md'), 'utf8')).toContain('A Realtime Dashboard in Flex');
      const { 'package.json': version } = readVersions(root);
      const files = readdirSync(assets).sort();
      expect(files).toEqual([
        'SHA256SUMS',
        `functions-${version}.tgz`,
        'plugin-flex-realtime-dashboard.js',
        'plugin-flex-realtime-dashboard.js.LICENSE.txt',
        'plugin-flex-realtime-dashboard.js.map',
      ]);
      const sums = readFileSync(join(assets, 'SHA256SUMS'), 'utf8').trim().split('\n');
      expect(sums.map((line) => line.slice(66)).sort()).toEqual(files.slice(1));
      for (const line of sums) {
        const content = readFileSync(join(assets, line.slice(66)));
        expect(createHash('sha256').update(content).digest('hex')).toBe(line.slice(0, 64));
      }
      const packed = execFileSync('tar', ['-tzf', `functions-${version}.tgz`], {
        cwd: assets,
        encoding: 'utf8',
      });
      expect(packed.trim().split('\n')).toEqual(
        expect.arrayContaining(['package.json', 'dist/functions/dashboardStats.protected.js']),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
