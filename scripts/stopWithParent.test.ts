import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packageJson from '../package.json';

const root = join(__dirname, '..');

describe('stopWithParent', () => {
  it('ends what npm start runs when somebody ends npm alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'started-'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    // The same command as here, so that the process is npm's grandchild in the same way.
    const start = packageJson.scripts.start.replace('scripts/start.ts', 'start.ts');
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { start } }));
    writeFileSync(
      join(folder, 'start.ts'),
      `import { stopWithParent } from ${JSON.stringify(join(root, 'scripts/stopWithParent'))};
       setInterval(() => undefined, 1_000);
       stopWithParent(() => process.exit(0));
       console.log('pid ' + process.pid);`,
    );
    const npm = spawn('npm', ['start'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    const started = await new Promise<number>((resolve) => {
      let printed = '';
      npm.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        const [, pid] = /^pid (\d+)$/m.exec(printed) ?? [];
        if (pid !== undefined) resolve(Number(pid));
      });
    });
    npm.kill('SIGTERM');

    while (isAlive(started)) await new Promise((resolve) => setTimeout(resolve, 20));
    rmSync(folder, { recursive: true });
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
