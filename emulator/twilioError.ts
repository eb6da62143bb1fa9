/** An answer in the shape of Twilio's REST errors: `{ code, message, more_info, status }`. */
export class TwilioError extends Error {
  constructor(
    /** HTTP status */
    readonly status: number,
    /** Twilio error code, such as 20404 */
    readonly code: number,
    message: string,
  ) {
    super(message);
  }

  toJSON(): { code: number; message: string; more_info: string; status: number } {
    return {
      code: this.code,
      message: this.message,
      more_info: `https://www.twilio.com/docs/errors/${this.code}`,
      status: this.status,
    };
  }
}
