import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

/** People's folders have spaces and accents. */
const name = 'Büro Dashboard';

/**
 * A repository with the files of the working tree that Git has or would take, and with the packages of this checkout, so that
 * commands that write do so elsewhere.
 *
 * @returns its absolute path; the folder above is for the caller to remove
 */
export function copyProject(): string {
  const project = committed();
  for (const folder of ['node_modules', 'serverless/node_modules']) {
    symlinkSync(path.join(root, folder), path.join(project, folder));
  }
  return project;
}

/** A clean clone of what {@link copyProject} copies: no packages, and nothing that Git does not hand out. @returns as there */
export function cloneProject(): string {
  const source = committed();
  const clone = path.join(mkdtempSync(path.join(tmpdir(), 'clone-')), name);
  git(root, 'clone', '--quiet', source, clone);
  rmSync(path.dirname(source), { recursive: true });
  return clone;
}

function committed(): string {
  const project = path.join(mkdtempSync(path.join(tmpdir(), 'copy-')), name);
  const files = git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0');
  for (const file of files.filter((one) => one !== '' && existsSync(path.join(root, one)))) {
    cpSync(path.join(root, file), path.join(project, file));
  }
  git(project, 'init', '--quiet');
  git(project, 'add', '--all');
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  git(project, ...author, 'commit', '--quiet', '--message', 'The working tree');
  return project;
}

const git = (folder: string, ...words: readonly string[]): string =>
  execFileSync('git', words, { cwd: folder, encoding: 'utf8' });
