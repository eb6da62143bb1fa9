/**
 * How people write numbers, and signs, outside of formulas: with a decimal comma, units, percent signs, words for operators.
 * What is here only says what to write instead.
 */

/** The end of a whole number, perhaps with full stops between thousands, that is no part of a name or another number. */
const wholeNumberAtEnd = /(?:^|[^\w$.\u0080-\uffff])(\d{1,3}(?:\.\d{3})+|\d+)$/;
const farthest = 24;

/** What to say of a comma between two digits, as in `1,5`; undefined for any other comma. */
export function adviceOnComma(text: string, comma: number): string | undefined {
  const before = wholeNumberAtEnd.exec(text.slice(Math.max(0, comma - farthest), comma))?.[1];
  const after = /^\d+/.exec(text.slice(comma + 1, comma + 1 + farthest))?.[0];
  if (before === undefined || after === undefined) return undefined;
  const whole = before.split('.').join('');
  const meant =
    after.length === 3 && before !== '0'
      ? `write ${whole}${after} for a large number, ${whole}.${after} for a small one`
      : `write a decimal number with a full stop, ${whole}.${after}`;
  return `"${before},${after}" can be read in two ways: ${meant}. If two values are meant, put a space after the comma.`;
}

const units: ReadonlyMap<string, number> = new Map(
  (
    [
      [0.001, 'ms'],
      [1, 's sec secs second seconds seg segundo segundos'],
      [60, 'm min mins minute minutes minuto minutos'],
      [3600, 'h hr hrs hour hours hora horas'],
    ] as const
  ).flatMap(([factor, names]) => names.split(' ').map((name): [string, number] => [name, factor])),
);

/** What to say of `10s` or `5 min`; undefined when the word is no unit of time. */
export function adviceOnUnit(number: number, word: string): string | undefined {
  const factor = units.get(word.toLowerCase());
  if (factor === undefined) return undefined;
  const seconds = Number((number * factor).toPrecision(12));
  return `A number has no unit in a formula, and times are in seconds: write ${seconds}.`;
}

/** The number that ends a text. */
export function numberAtEnd(text: string): number | undefined {
  const found = /(?:^|[^\w$.])(\d+(?:\.\d+)?)\s*$/.exec(text.slice(-farthest))?.[1];
  return found === undefined ? undefined : Number(found);
}

/** What to say of `1:30`, whose colon stands at `colon`; undefined when there is no time there. */
export function adviceOnTime(text: string, colon: number): string | undefined {
  const before = numberAtEnd(text.slice(0, colon));
  const after = /^\d\d(?!\d)/.exec(text.slice(colon + 1))?.[0];
  if (before === undefined || after === undefined || !/\d$/.test(text.slice(0, colon))) return undefined;
  return `Times are in seconds: for ${before}:${after} write ${before * 60 + Number(after)}.`;
}

export const adviceOnPercent =
  'A formula has no percent sign: "%" is the remainder of a division. Write 5 to compare with percent, or 0.05 to multiply.';

const words: ReadonlyMap<string, string> = new Map([
  ['and', 'For "and" write &&.'],
  ['or', 'For "or" write ||.'],
  ['not', 'For "not" write ! before the value.'],
  ['is', 'For "is" write ===.'],
  ['equals', 'For "equals" write ===.'],
  ['mod', 'For the remainder write %.'],
  ['times', 'To multiply, write *.'],
  ['x', 'To multiply, write *.'],
  ['then', 'Write condition ? value : otherValue.'],
  ['y', 'For "and" write &&.'],
  ['o', 'For "or" write ||.'],
]);

/** What to write instead of a word between two values. */
export const adviceOnWord = (word: string): string | undefined => words.get(word.toLowerCase());
