import { fixedKey } from './fixedKey';
import type { Cover } from './arrowParameters';
import { mostArguments } from './mostArguments';
import type { Expression } from './syntax';
import { adviceOnComma } from './writtenElsewhere';

const named = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Functions that need two values or more, or take whole positions, which no decimal number is. Methods by `.name`. */
const ofSeveral = named(
  '.slice .substr .substring .padStart .padEnd .with Math.pow Math.atan2 Math.imul Object.is Date.UTC percent seconds',
);

/** Functions of any number of values. */
const ofAny = named('Math.max Math.min Math.hypot Array.of String.fromCharCode String.fromCodePoint');

/** What stands in brackets, with the places of the commas between. */
export interface Separated {
  readonly items: readonly (Cover | null)[];
  readonly commas: readonly number[];
}

/**
 * The first comma that may be a decimal comma, as in `max(waiting, 1,5)`; undefined when all of them separate values.
 *
 * A comma between two digits without a blank separates two values only where nobody can have meant one number: both sides are
 * numbers written out, no other comma of the same brackets has a blank after it, and what the brackets belong to takes just so many values.
 *
 * @param callee what is called; undefined for a list
 */
export function unclearComma(
  text: string,
  { items, commas }: Separated,
  callee: Expression | undefined,
): number | undefined {
  const pairs = commas.filter((comma) => adviceOnComma(text, comma) !== undefined);
  if (pairs.length === 0) return undefined;
  const isSpaced = commas.some((comma) => /^[^\S\r\n]+\S/.test(text.slice(comma + 1, comma + 9)));
  if (isSpaced || !takesSeveral(callee, items)) return pairs[0];
  const written = items.filter(isWritten);
  return pairs.find(
    (comma) => !written.some(({ end }) => end === comma) || !written.some(({ start }) => start === comma + 1),
  );
}

/** Whether values stand here that cannot be fewer, one of them a decimal number. */
function takesSeveral(callee: Expression | undefined, items: Separated['items']): boolean {
  if (callee?.type === 'ArrowFunctionExpression') {
    const { params } = callee;
    return (
      params.length === items.length &&
      params.every(({ type }) => type !== 'AssignmentPattern' && type !== 'RestElement')
    );
  }
  const name = callee && nameOf(callee);
  if (name !== undefined && ofSeveral.has(name)) return items.length <= mostArguments(name);
  return (callee === undefined || (name !== undefined && ofAny.has(name))) && items.every(isWritten);
}

const holders = named('Math Object Array String Date');

/** A function as `mostArguments` names it. */
function nameOf(callee: Expression): string | undefined {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression') return undefined;
  const { object } = callee;
  const holder = object.type === 'Identifier' && holders.has(object.name) ? object.name : '';
  return `${holder}.${String(fixedKey(callee))}`;
}

/** A number written out, perhaps with its sign. */
function isWritten(item: Cover | null): item is Expression {
  const number = item?.type === 'UnaryExpression' && item.operator === '-' ? item.argument : item;
  return number?.type === 'Literal' && typeof number.value === 'number' && !number.parens;
}
