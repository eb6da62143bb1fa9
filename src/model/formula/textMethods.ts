import { callback } from './call';
import { toInteger, toNumber, toPrimitive, toText } from './coercion';
import { FormulaError } from './FormulaError';
import { compareIn } from './languages';
import type { Run } from './Run';
import { timed } from './timed';
import { isCallable } from './values';

export type TextMethod = (text: string, given: readonly unknown[], run: Run) => unknown;

type Native = (...given: never[]) => unknown;
const prototype = String.prototype;

/** One of JavaScript's own, over primitive values only. Its work is at most one pass over the text. */
function plain(native: Native): TextMethod {
  return timed((text: string, given, run) => {
    run.charge(2 + (text.length >> 5));
    return Reflect.apply(
      native,
      text,
      given.map((value) => toPrimitive(value, run)),
    );
  });
}

/** Changing case is slow beyond the Latin alphabet. */
function changingCase(native: Native): TextMethod {
  return timed((text: string, _given, run) => {
    run.charge(2 + (text.length >> 2));
    return Reflect.apply(native, text, []);
  });
}

/** One of JavaScript's own that looks for a text in the text. */
function searching(native: Native): TextMethod {
  return timed((text: string, given, run) => {
    const needle = toText(given[0], run);
    run.chargeSearch(text.length, needle.length);
    const rest = given.slice(1).map((value) => toPrimitive(value, run));
    return Reflect.apply(native, text, [needle, ...rest]);
  });
}

function padding(native: Native): TextMethod {
  return timed((text: string, given, run) => {
    const length = toInteger(given[0], run);
    const filler = given[1] === undefined ? ' ' : toText(given[1], run);
    run.charge(2);
    if (filler !== '') run.chargeText(Math.max(length, text.length));
    return Reflect.apply(native, text, [length, filler]);
  });
}

function repeat(text: string, given: readonly unknown[], run: Run): string {
  const count = toInteger(given[0], run);
  if (count < 0 || count === Infinity)
    throw new FormulaError('type', `A text cannot be repeated ${count} times.`);
  run.charge(2);
  run.chargeText(text.length * count);
  return Reflect.apply(prototype.repeat, text, [count]);
}

function split(text: string, given: readonly unknown[], run: Run): string[] {
  const limit = given[1] === undefined ? undefined : toNumber(given[1], run);
  if (given[0] === undefined) return limit !== undefined && limit >>> 0 === 0 ? [] : [text];
  const separator = toText(given[0], run);
  run.chargeSearch(text.length, separator.length);
  const parts: string[] = Reflect.apply(prototype.split, text, [separator, limit]);
  run.chargeList(parts.length);
  return parts;
}

/** What `$&`, `` $` ``, `$'` and `$$` in a replacement stand for. */
function expand(replacement: string, text: string, found: string, index: number, run: Run): string {
  let expanded = '';
  let from = 0;
  for (;;) {
    const dollar = replacement.indexOf('$', from);
    if (dollar < 0) break;
    const symbol = replacement.charAt(dollar + 1);
    expanded += replacement.slice(from, dollar);
    from = dollar + 2;
    if (symbol === '$') expanded += '$';
    else if (symbol === '&') expanded += found;
    else if (symbol === '`') expanded += text.slice(0, index);
    else if (symbol === "'") expanded += text.slice(index + found.length);
    else {
      expanded += '$';
      from = dollar + 1;
    }
    run.charge(1 + (replacement.length >> 5));
    run.checkText(expanded.length);
  }
  expanded += replacement.slice(from);
  run.chargeText(expanded.length);
  return expanded;
}

/** `replace` and `replaceAll`, written out so that the size of the result is known while it grows. */
function replace(text: string, given: readonly unknown[], run: Run, all: boolean): string {
  const needle = toText(given[0], run);
  const change = isCallable(given[1]) ? callback(given[1], 3, run) : undefined;
  const replacement = change ? '' : toText(given[1], run);
  run.chargeSearch(text.length, needle.length);
  let replaced = '';
  let from = 0;
  let index = text.indexOf(needle);
  while (index >= 0) {
    run.charge(2);
    replaced += text.slice(from, index);
    replaced += change
      ? toText(change(needle, index, text), run)
      : expand(replacement, text, needle, index, run);
    run.checkText(replaced.length);
    from = index + needle.length;
    if (!all || index + (needle.length || 1) > text.length) break;
    index = text.indexOf(needle, index + (needle.length || 1));
  }
  replaced += text.slice(from);
  run.chargeText(replaced.length);
  return replaced;
}

function localeCompare(text: string, given: readonly unknown[], run: Run): number {
  const other = toText(given[0], run);
  run.charge(20 + ((text.length + other.length) >> 1));
  return compareIn(given.slice(1), text, other, run);
}

export const textMethods: ReadonlyMap<string, TextMethod> = new Map<string, TextMethod>([
  [
    'at',
    (text, given, run) => {
      const index = toInteger(given[0], run);
      run.charge(1 + (text.length >> 5));
      const position = index < 0 ? text.length + index : index;
      // JavaScript looks long for a character beyond the end.
      return position >= 0 && position < text.length ? text[position] : undefined;
    },
  ],
  ['charAt', plain(prototype.charAt)],
  ['charCodeAt', plain(prototype.charCodeAt)],
  ['codePointAt', plain(prototype.codePointAt)],
  [
    'concat',
    (text, given, run) => {
      let joined = text;
      for (const value of given) {
        joined += toText(value, run);
        run.chargeText(joined.length);
      }
      return joined;
    },
  ],
  ['endsWith', searching(prototype.endsWith)],
  ['includes', searching(prototype.includes)],
  ['indexOf', searching(prototype.indexOf)],
  ['lastIndexOf', searching(prototype.lastIndexOf)],
  ['localeCompare', localeCompare],
  ['padEnd', padding(prototype.padEnd)],
  ['padStart', padding(prototype.padStart)],
  ['repeat', timed(repeat)],
  ['replace', timed((text: string, given, run) => replace(text, given, run, false))],
  ['replaceAll', timed((text: string, given, run) => replace(text, given, run, true))],
  ['slice', plain(prototype.slice)],
  ['split', timed(split)],
  ['startsWith', searching(prototype.startsWith)],
  ['substr', plain(prototype.substr)],
  ['substring', plain(prototype.substring)],
  ['toLowerCase', changingCase(prototype.toLowerCase)],
  ['toUpperCase', changingCase(prototype.toUpperCase)],
  ['toString', (text) => text],
  ['trim', plain(prototype.trim)],
  ['trimEnd', plain(prototype.trimEnd)],
  ['trimStart', plain(prototype.trimStart)],
  ['valueOf', (text) => text],
]);
