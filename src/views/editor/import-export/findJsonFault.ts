/** Where a text stops being JSON, counted from 1, and what is probably the matter. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly kind: JsonFaultKind;
}

export type JsonFaultKind =
  /** The text ends too early: a part of it was not copied. */
  | 'ended'
  /** A comma before a closing bracket. */
  | 'extra-comma'
  /** A comma or a closing bracket is missing. */
  | 'missing-comma'
  /** Names and texts stand in double quotes, and in no others. */
  | 'quotes'
  | 'colon'
  | 'comment'
  /** Something follows the end. */
  | 'more'
  /** One name stands twice in an object: JSON would silently keep the last. */
  | 'twice'
  /** A line break or a tab within a text. */
  | 'line-break'
  /** Something stands before the first bracket, such as a sentence or a mark of code. */
  | 'before'
  | 'other';

const blank = /[ \t\r\n]*/y;
const string = /"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * The first fault of a text, which `JSON.parse` refuses or would lose something of. Browsers word theirs differently, and
 * some do not say where.
 * @returns undefined for JSON in which no object has a name twice
 */
export function findJsonFault(text: string): JsonFault | undefined {
  let index = 0;
  const take = (token: RegExp): boolean => {
    token.lastIndex = index;
    const found = token.exec(text)?.[0];
    if (found === undefined) return false;
    index += found.length;
    return true;
  };
  /** What is open, innermost last, with the names that stood in it so far. */
  const open: { readonly bracket: '{' | '['; readonly names: Set<string> }[] = [];
  let wanted: 'value' | 'first' | 'name' | 'end' = 'value';
  for (;;) {
    take(blank);
    const next = text[index];
    const innermost = open[open.length - 1];
    const inside = innermost?.bracket;
    const closing = inside === '{' ? '}' : ']';
    if (wanted === 'end') {
      if (!inside) return next === undefined ? undefined : fault('more');
      if (next === closing) {
        open.pop();
        index += 1;
      } else if (next === ',') {
        index += 1;
        take(blank);
        if (text[index] === closing) return fault('extra-comma');
        wanted = inside === '{' ? 'name' : 'value';
      } else return fault('missing-comma');
    } else if (wanted === 'first' && next === closing) {
      open.pop();
      index += 1;
      wanted = 'end';
    } else if (wanted === 'name' || (wanted === 'first' && inside === '{')) {
      const start = index;
      if (!take(string)) return fault(brokenText() ?? 'quotes');
      const name = JSON.parse(text.slice(start, index)) as string;
      if (innermost?.names.has(name)) {
        index = start;
        return fault('twice');
      }
      innermost?.names.add(name);
      take(blank);
      if (text[index] !== ':') return fault('colon');
      index += 1;
      wanted = 'value';
    } else if (next === '{' || next === '[') {
      open.push({ bracket: next, names: new Set() });
      index += 1;
      wanted = 'first';
    } else if (take(string) || take(literal)) wanted = 'end';
    else if (!inside && /[{[]/.test(text.slice(index))) return fault('before');
    else return fault(brokenText() ?? (/[\p{L}'‘’“”`]/u.test(next ?? '') ? 'quotes' : 'other'));
  }

  /** Whether a text begins here and is broken by a character that has to be escaped. */
  function brokenText(): JsonFaultKind | undefined {
    const [, broken] = /^"(?:[^"\\\p{Cc}]|\\.)*(\p{Cc})/u.exec(text.slice(index)) ?? [];
    return broken === undefined ? undefined : 'line-break';
  }

  function fault(kind: JsonFaultKind): JsonFault {
    const before = text.slice(0, index).split('\n');
    const next = text[index];
    const place = { line: before.length, column: (before[before.length - 1] ?? '').length + 1 };
    if (next === undefined || (next === '"' && !text.slice(index + 1).includes('"')))
      return { ...place, kind: 'ended' };
    return { ...place, kind: next === '/' ? 'comment' : kind };
  }
}
