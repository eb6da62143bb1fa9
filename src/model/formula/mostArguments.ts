import { FormulaError } from './FormulaError';

const most = (count: number, names: string): [string, number][] =>
  names.split(' ').map((name) => [name, count]);

/**
 * How many values a function takes, methods by `.name`; what is not here takes any number. JavaScript leaves out what is too much without
 * a word, so that `Math.round(1,7)` would be 1.
 */
const counts: ReadonlyMap<string, number> = new Map([
  ...most(0, '.reverse .toLowerCase .toReversed .toUpperCase .trim .trimEnd .trimStart .valueOf Date.now'),
  ...most(
    1,
    '.at .charAt .charCodeAt .codePointAt .flat ' +
      '.hasOwnProperty .join .repeat .sort .toExponential .toFixed .toPrecision .toSorted .toString ' +
      'queue activity waiting longestWait agents longestIn free secondsSince Number String Boolean isNaN isFinite parseFloat Array.isArray Date.parse Object.entries Object.fromEntries ' +
      'Object.keys Object.values Number.isFinite Number.isInteger Number.isNaN Number.isSafeInteger Number.parseFloat',
  ),
  ...most(
    1,
    'abs acos acosh asin asinh atan atanh cbrt ceil clz32 cos cosh exp expm1 floor fround log log10 log1p log2 round sign sin sinh sqrt ' +
      'tan tanh trunc',
  ).map(([name, count]): [string, number] => [`Math.${name}`, count]),
  ...most(
    2,
    '.every .filter .find .findIndex .findLast .findLastIndex .flatMap .forEach .map .some .endsWith .includes .indexOf .lastIndexOf .padEnd .padStart .reduce .reduceRight .replace .replaceAll .slice .split .startsWith ' +
      '.substr .substring .toLocaleString .with Math.atan2 Math.imul Math.pow Number.parseInt parseInt Object.hasOwn Object.is ' +
      'serviceLevel percent sum average seconds',
  ),
  ...most(3, '.localeCompare Array.from'),
  ...most(7, 'Date.UTC'),
]);

const severalValues = new Map([
  ['sum', 'For several values write sum([a, b, c]).'],
  ['average', 'For several values write average([a, b, c]).'],
  ['longestWait', "For several queues write longestWait(['Sales', 'Support'])."],
  ['agents', "For several activities write agents(['Lunch', 'Break'])."],
  ['longestIn', "For several activities write longestIn(['Lunch', 'Break'])."],
  ['waiting', "For several queues write waiting(['Sales', 'Support'])."],
]);

/** How many values `name` takes; Infinity for any number. */
export const mostArguments = (name: string): number => counts.get(name) ?? Infinity;

/** Refuses values that a function would leave out. */
export function checkCount(name: string, given: number): void {
  const taken = mostArguments(name);
  if (given <= taken) return;
  const advice = severalValues.get(name) ?? 'Write a decimal number with a full stop, as in 1.5.';
  const values = taken === 1 ? '1 value' : taken === 0 ? 'no value' : `${taken} values`;
  throw new FormulaError(
    'unsupported',
    `${name.startsWith('.') ? name.slice(1) : name} takes ${values}, and ${given} ${given === 1 ? 'is' : 'are'} given. ${advice}`,
  );
}
