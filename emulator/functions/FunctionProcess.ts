import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Route } from './Route';

/** What a process has to serve; sent to it as it is. */
export interface FunctionProcessTask {
  /** The package that Twilio's runtime is installed in. */
  readonly serverlessFolder: string;
  /** The folder of the package whose libraries the Functions see. */
  readonly baseFolder: string;
  /** Becomes the Functions' `context`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where the emulator answers for Twilio's API. */
  readonly twilioOrigin: string;
  /** Where callers find the Functions. */
  readonly gatewayOrigin: string;
  readonly functions: readonly Route[];
  readonly assets: readonly Route[];
}

export interface FunctionProcessListener {
  /** One line that a Function or the runtime printed. */
  onLine(line: string): void;
  /** A Function tried to reach something other than Twilio; it could not. */
  onRefusedHost(host: string): void;
}

type Message = { readonly port: number } | { readonly refusedHost: string };

/** A warm child process that serves Functions, several requests at once, with one module memory. */
export class FunctionProcess {
  /** Requests that it is working on. */
  requests = 0;
  /** Its port on 127.0.0.1; rejects when it ends before it listens. */
  readonly port: Promise<number>;
  readonly ended: Promise<void>;
  private readonly child: ChildProcess;

  constructor(
    readonly number: number,
    task: FunctionProcessTask,
    listener: FunctionProcessListener,
  ) {
    // Nothing of this machine's environment: what is deployed sees nothing of it either.
    const env = { PATH: process.env.PATH, TZ: 'UTC' };
    const child = fork(path.join(__dirname, 'functionProcess.cjs'), [], { env, execArgv: [], silent: true });
    this.child = child;

    const said: string[] = [];
    const onText = (chunk: Buffer) => {
      const lines = chunk.toString().split('\n').filter(Boolean);
      said.push(...lines);
      lines.forEach((line) => listener.onLine(line));
    };
    child.stdout?.on('data', onText);
    child.stderr?.on('data', onText);

    this.ended = new Promise((resolve) => child.once('exit', () => resolve()));
    this.port = new Promise((resolve, reject) => {
      child.on('message', (message: Message) => {
        if ('port' in message) resolve(message.port);
        else listener.onRefusedHost(message.refusedHost);
      });
      child.once('exit', () =>
        reject(new Error(`A Function process ended before it was ready:\n${said.join('\n')}`)),
      );
    });
    // Whoever needs the port sees the rejection; a process killed while starting is nobody's error.
    this.port.catch(() => undefined);
    child.send(task);
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}
