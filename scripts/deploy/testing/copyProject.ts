import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

/**
 * A folder with the files of the working tree that Git has or would take, so that commands that write do so elsewhere. The
 * path has a space and an accent in it, as people's folders do.
 *
 * @returns its absolute path; the folder above is for the caller to remove
 */
export function copyProject(options: { readonly installed: boolean }): string {
  const target = path.join(mkdtempSync(path.join(tmpdir(), 'copy-')), 'Büro Dashboard');
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter((one) => one !== '' && existsSync(path.join(root, one)))) {
    cpSync(path.join(root, file), path.join(target, file));
  }
  if (options.installed) {
    for (const folder of ['node_modules', 'serverless/node_modules']) {
      symlinkSync(path.join(root, folder), path.join(target, folder));
    }
  }
  return target;
}
