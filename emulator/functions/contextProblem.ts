/** Twilio's limit for everything that a Function finds in its context, as JSON. */
const contextLimit = 3 * 1024;

/** Why a Function cannot be called with these variables, or undefined if it can. */
export function contextProblem(
  environment: Readonly<Record<string, string>>,
  gatewayOrigin: string,
  path: string,
): string | undefined {
  const context = { ...environment, DOMAIN_NAME: gatewayOrigin.replace(/^https?:\/\//, ''), PATH: path };
  const bytes = Buffer.byteLength(JSON.stringify(context));
  if (bytes <= contextLimit) return undefined;
  return `Error 82006: the variables take ${bytes} bytes with the context, and ${contextLimit} are allowed`;
}
