import { createInterface } from 'node:readline';
import { SetupProblem } from './SetupProblem';

export const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** Whether the answer on standard input is yes; the end of the input is a no. */
export async function confirm(question: string): Promise<boolean> {
  const input = createInterface({ input: process.stdin });
  process.stdout.write(`${question} [y/N] `);
  const answer = await new Promise<string>((resolve) => {
    input.once('line', resolve);
    input.once('close', () => resolve(''));
  });
  input.close();
  process.stdout.write('\n');
  return /^y(es)?$/i.test(answer.trim());
}

/**
 * Runs a command. A problem is told in words and in the exit code, whether it is thrown at once or later; `--help` prints
 * the usage.
 */
export function run(usage: string, command: (words: readonly string[]) => number | Promise<number>): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endedByReader);
  const words = process.argv.slice(2);
  if (words.includes('--help') || words.includes('-h')) return print(usage);
  Promise.resolve()
    .then(() => command(words))
    .then(
      (exitCode) => {
        process.exitCode = exitCode;
      },
      (error: unknown) => {
        if (!(error instanceof SetupProblem)) throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = 1;
      },
    );
}

/** `npm run doctor | head` reads no further. The command still ends what it began, with its own exit code. */
function endedByReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
