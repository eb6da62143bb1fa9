export interface Output {
  write(text: string): void;
  readonly isTTY?: boolean;
}

const tickMs = { terminal: 1_000, file: 5_000 } as const;

/** Says that work goes on: a line that counts seconds in a terminal, a line every five seconds elsewhere, as in a log of CI. */
export class Progress {
  constructor(private readonly output: Output) {}

  say(line: string): void {
    this.output.write(`${line}\n`);
  }

  /** @returns what the work returns, and whole seconds it took */
  async during<T>(what: string, work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
    const started = Date.now();
    const seconds = (): number => Math.round((Date.now() - started) / 1000);
    const { isTTY } = this.output;
    if (isTTY) this.output.write(what);
    else this.say(what);
    const ticking = setInterval(
      () => this.output.write(isTTY ? `\r${what} ${seconds()} s` : `  ... ${seconds()} s\n`),
      isTTY ? tickMs.terminal : tickMs.file,
    );
    try {
      return { result: await work(), seconds: seconds() };
    } finally {
      clearInterval(ticking);
      // The counting line goes; what comes next says how it went.
      if (isTTY) this.output.write('\r\u001b[K');
    }
  }
}
