/** What is wrong with the value of a field, to follow the field's name; undefined when nothing is. */
export type Check = (value: unknown) => string | undefined;

const must =
  (isRight: (value: unknown) => boolean, demand: string): Check =>
  (value) =>
    isRight(value) ? undefined : demand;

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
export const isText = (value: unknown): value is string => typeof value === 'string';
export const isName = (value: unknown): value is string => isText(value) && value.trim() !== '';

export const text = must(isText, 'must be text');
export const flag = must((value) => typeof value === 'boolean', 'must be true or false');
export const number = must(isNumber, 'must be a number');
export const numberFrom0 = must((value) => isNumber(value) && value >= 0, 'must be a number, 0 or more');
export const numberAbove0 = must((value) => isNumber(value) && value > 0, 'must be a number above 0');
export const numberOrText = must((value) => isNumber(value) || isText(value), 'must be a number or text');
export const listOfNames = must(
  (value) => Array.isArray(value) && value.every(isName),
  'must be a list of names',
);
export const timeOfDay = must(
  (value) => isText(value) && /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
  'must be a time of day from "00:00" to "23:59"',
);

export const wholeNumber = (from: number, to: number): Check =>
  must(
    (value) => isNumber(value) && Number.isInteger(value) && value >= from && value <= to,
    `must be a whole number from ${from} to ${to}`,
  );

export const oneOf = (choices: readonly string[]): Check =>
  must(
    (value) => isText(value) && choices.includes(value),
    `must be ${choices.map((choice) => `"${choice}"`).join(' or ')}`,
  );

/** A saved value in a message. */
export function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
