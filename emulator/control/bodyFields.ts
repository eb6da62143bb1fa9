/** A request that cannot be served as it stands: what was sent, and what would be right. */
export class BadRequest extends Error {}

const fieldOf = (body: unknown, field: string): unknown => (body as Record<string, unknown>)[field];

export function textField(body: unknown, field: string): string {
  const value = fieldOf(body, field);
  if (typeof value === 'string' && value !== '') return value;
  throw new BadRequest(`"${field}" must be text`);
}

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** @throws BadRequest when it is missing, and there is no `otherwise` */
export function numberField(
  body: unknown,
  field: string,
  { least, most, otherwise }: Bounds & { otherwise?: number },
): number {
  const value = fieldOf(body, field) ?? otherwise;
  if (typeof value === 'number' && value >= least && value <= most) return value;
  throw new BadRequest(`"${field}" must be a number from ${least} to ${most}`);
}

export function optionalNumberField(body: unknown, field: string, bounds: Bounds): number | undefined {
  return fieldOf(body, field) === undefined ? undefined : numberField(body, field, bounds);
}

export function optionalBooleanField(body: unknown, field: string): boolean | undefined {
  const value = fieldOf(body, field);
  if (value === undefined || typeof value === 'boolean') return value;
  throw new BadRequest(`"${field}" must be true or false`);
}
