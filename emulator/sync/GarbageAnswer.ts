/** An ordered fault: what to answer instead of anything that makes sense. */
export class GarbageAnswer extends Error {
  readonly status: number;
  readonly body: string;

  constructor({ status, body }: { status: number; body: string }) {
    super(`Garbage ordered, HTTP ${status}`);
    this.status = status;
    this.body = body;
  }
}
