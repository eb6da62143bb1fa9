import type { Demand, FieldFault, SimpleDemand } from './Problem';

/** What the value of a field must be and is not; undefined when nothing is wrong with it. */
export type Check = (value: unknown) => Demand | undefined;

const must =
  (isRight: (value: unknown) => boolean, demand: Demand): Check =>
  (value) =>
    isRight(value) ? undefined : demand;

export const be = (must: SimpleDemand): Demand => ({ must });

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
export const isText = (value: unknown): value is string => typeof value === 'string';
export const isName = (value: unknown): value is string => isText(value) && value.trim() !== '';

export const text = must(isText, be('text'));
/** Text that is not blank. */
export const name = must(isName, be('name'));
export const flag = must((value) => typeof value === 'boolean', be('flag'));
export const number = must(isNumber, be('number'));
export const numberFrom0 = must((value) => isNumber(value) && value >= 0, be('number-from-0'));
export const numberAbove0 = must((value) => isNumber(value) && value > 0, be('number-above-0'));
export const numberOrText = must((value) => isNumber(value) || isText(value), be('number-or-text'));
export const listOfNames = must((value) => Array.isArray(value) && value.every(isName), be('names'));
export const timeOfDay = must(
  (value) => isText(value) && /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
  be('time-of-day'),
);

/** A number, or two that are the ends of a band: `[4, 6]`. */
export const numberOrBand = must(
  (value) =>
    isNumber(value) ||
    (Array.isArray(value) &&
      value.length === 2 &&
      value.every(isNumber) &&
      Number(value[0]) < Number(value[1])),
  be('number-or-band'),
);

export const wholeNumber = (from: number, to: number): Check =>
  must((value) => isNumber(value) && Number.isInteger(value) && value >= from && value <= to, {
    must: 'whole-number',
    from,
    to,
  });

export const oneOf = (choices: readonly string[]): Check =>
  must((value) => isText(value) && choices.includes(value), { must: 'choice', choices });

/** What is wrong with the fields of an object, each by its check. What is absent or null is not looked at. */
export const faultsIn = (
  fields: Readonly<Record<string, unknown>>,
  checks: Readonly<Record<string, Check>>,
): readonly FieldFault[] =>
  Object.entries(checks).flatMap(([field, check]) => {
    const value = fields[field];
    const demand = value === undefined || value === null ? undefined : check(value);
    return demand ? [{ kind: 'field', field, demand, found: shown(value) }] : [];
  });

/** A saved value in a message. */
export function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
