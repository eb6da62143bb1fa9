import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { SetupProblem } from '../../serverless/setup/SetupProblem';

export interface Command {
  readonly words: readonly string[];
  readonly folder: string;
  /** Over the environment of this process. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** What is typed into it. */
  readonly input?: string;
}

export interface Ended {
  readonly exitCode: number;
  /** What it printed, without colours and cursor movements. */
  readonly output: string;
}

/** Runs other commands. What they print goes to a log file of its own for each step, which only the user can read. */
export class Commands {
  private readonly running = new Set<ChildProcess>();
  private isInterrupted = false;

  /**
   * @param root absolute path of the project, in which the logs are kept
   * @param started goes into their names
   */
  constructor(
    private readonly root: string,
    private readonly started: Date,
  ) {}

  /** @throws SetupProblem when the command is not installed, or the user interrupts it */
  async run(step: string, { words, folder, environment, input }: Command): Promise<Ended> {
    this.refuseInterrupted();
    const log = path.join(this.root, this.logOf(step));
    mkdirSync(path.dirname(log), { recursive: true });
    appendFileSync(log, `$ ${words.join(' ')}\n`, { mode: 0o600 });
    const [executable = '', ...args] = words;
    // A group of its own, so that npm's and the CLI's own children end with it.
    const child = spawn(executable, args, {
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: 'pipe',
      detached: true,
    });
    this.running.add(child);
    child.stdin.on('error', () => undefined); // it may end without reading
    child.stdin.end(input ?? '');
    let output = '';
    const keep = (chunk: Buffer): void => {
      const text = withoutColours(chunk.toString());
      output += text;
      appendFileSync(log, text);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.on('error', (error: NodeJS.ErrnoException) =>
        reject(new SetupProblem(`"${executable}" cannot be run (${error.code}).`)),
      );
      child.on('close', (code) => resolve(code ?? 1));
    });
    this.running.delete(child);
    this.refuseInterrupted();
    return { exitCode, output };
  }

  /** Ends the commands that run; what waits for them, and whatever is run after, is refused. @returns whether any ran */
  interrupt(signal: NodeJS.Signals): boolean {
    this.isInterrupted = true;
    for (const { pid } of this.running) if (pid) endGroup(pid, signal);
    return this.running.size > 0;
  }

  /** Where a step's output is, from the project's root. */
  logOf(step: string): string {
    const time = this.started.toISOString().replace(/[:.]/g, '-');
    return `logs/deploy-${time}-${step}.log`;
  }

  private refuseInterrupted(): void {
    if (this.isInterrupted) throw new SetupProblem('Interrupted.');
  }
}

function endGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended already: Ctrl-C may be told twice, by the terminal and by npm.
  }
}

/** The last lines that tell people what went wrong: without the stack traces that the CLI adds to some errors. */
export function lastLines(output: string, count = 12): string {
  const lines = output.split(/[\r\n]+/).filter((line) => line.trim() !== '' && !ofStackTrace.test(line));
  return lines
    .slice(-count)
    .map((line) => `  | ${line.trimEnd()}`)
    .join('\n');
}

const ofStackTrace = /^ +at |^node:|^ +\^|triggerUncaughtException|^Node\.js v/;

// Colours and cursor movements.
const escape = String.fromCharCode(27);
const withoutColours = (text: string): string =>
  text.replace(new RegExp(`${escape}\\[[0-9;?]*[A-Za-z]`, 'g'), '');
