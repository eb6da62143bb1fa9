/** dotenv 6.2.0, as `twilio serverless:deploy` has it, comes without types. */
declare module 'dotenv' {
  export function parse(text: string): Record<string, string>;
}
