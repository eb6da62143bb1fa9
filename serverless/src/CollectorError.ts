/** A failure with an answer: what the caller is told and what the log says. Never carries personal data. */
export class CollectorError extends Error {
  constructor(
    /** HTTP status of the Function's answer. */
    readonly status: number,
    /** Short and stable, for people who search logs: `invalid-configuration`, `twilio-busy`, ... */
    readonly code: string,
    /** What is wrong, where, and what to do next. */
    message: string,
  ) {
    super(message);
    this.name = 'CollectorError';
  }
}
