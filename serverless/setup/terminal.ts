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

/** Runs a command; what stopped it is told in words, and in the exit code. */
export function run(command: () => Promise<number>): void {
  command().then(
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
