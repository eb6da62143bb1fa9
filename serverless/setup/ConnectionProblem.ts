/** Why no answer came, in words that hold no credential. */
export class ConnectionProblem extends Error {
  /** @param variable that names the proxy on the way, if there is one */
  constructor(
    message: string,
    readonly variable: string | undefined,
  ) {
    super(message);
  }
}
