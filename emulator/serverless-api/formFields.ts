import type { Request } from 'express';
import { TwilioError } from '../twilioError';

type Fields = Readonly<Record<string, unknown>>;

const valueOf = (request: Request, name: string): unknown => (request.body as Fields | undefined)?.[name];

/** @returns undefined when the form has no such field */
export function optionalField(request: Request, name: string): string | undefined {
  const value = valueOf(request, name);
  return typeof value === 'string' ? value : undefined;
}

/** @throws TwilioError 400 when the form has no such field, or an empty one */
export function field(request: Request, name: string): string {
  const value = optionalField(request, name);
  if (!value) throw new TwilioError(400, 20001, `Missing required parameter ${name} in the post body`);
  return value;
}

/** All values of a field that may be given several times. */
export function fieldList(request: Request, name: string): readonly string[] {
  const value = valueOf(request, name);
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' && value !== '' ? [value] : [];
}

/** @throws TwilioError 400 when it is neither true nor false */
export function optionalFlag(request: Request, name: string): boolean | undefined {
  const value = optionalField(request, name)?.toLowerCase();
  if (value === undefined) return undefined;
  if (value !== 'true' && value !== 'false')
    throw new TwilioError(400, 20001, `${name} must be true or false`);
  return value === 'true';
}
