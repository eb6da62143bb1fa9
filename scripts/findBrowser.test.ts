import { spawnSync } from 'node:child_process';
import { findBrowser } from './findBrowser';

jest.setTimeout(120_000);

it('is the browser named by CHROME_PATH, wherever it lies', async () => {
  const { executablePath } = await findBrowser({ environment: { CHROME_PATH: process.execPath } });
  expect(executablePath).toBe(process.execPath);
});

it.each([
  ['names no file', '/nowhere/chrome', 'CHROME_PATH names /nowhere/chrome, and there is no such file.'],
  ['names what does not start', __filename, `CHROME_PATH names ${__filename}, which does not start: `],
])('says so given a CHROME_PATH that %s, and does not look further', async (_what, path, sentence) => {
  await expect(findBrowser({ environment: { CHROME_PATH: path } })).rejects.toThrow(sentence);
});

it('passes over an installed browser that does not start', async () => {
  const { executablePath } = await findBrowser({
    environment: {},
    installed: [__filename, process.execPath],
  });
  expect(executablePath).toBe(process.execPath);
});

const isLinuxOnX64 = process.platform === 'linux' && process.arch === 'x64';

it('is the one that npm installed where none is, with its libraries, on Linux on x64', async () => {
  const finding = findBrowser({ environment: {}, installed: [] });
  if (!isLinuxOnX64) return expect(finding).rejects.toThrow('none was found');
  const { executablePath, env } = await finding;
  expect(executablePath).toContain('node_modules');
  const { stdout } = spawnSync(executablePath, ['--version'], { env, encoding: 'utf8' });
  expect(stdout).toMatch(/^Chromium \d+/);
});

it('says what helps given a machine that has none, and for which npm has none', async () => {
  await expect(findBrowser({ environment: {}, installed: [], arch: 'arm64' })).rejects.toThrow(
    /none was found\. (This helps: |Install Google Chrome)/,
  );
});
