import { isIdentifierPart, isIdentifierStart } from '../../../model/formula/characters';
import type { Span } from '../../../model/formula';

export type LexemeKind =
  'name' | 'number' | 'text' | 'template' | 'comment' | 'punctuation' | 'operator' | 'unknown';

/** A piece of a formula as it stands there, whether the whole makes sense or not. */
export interface Lexeme extends Span {
  readonly kind: LexemeKind;
  readonly source: string;
  /** A text, template or comment that has not been closed. */
  readonly open: boolean;
}

const number = /0[xob][\da-f_]*|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d*)?/iy;
const comment = /\/\/.*|\/\*[^]*?(?:\*\/|$)/y;
const quoted = /'(?:[^'\\\n\r]|\\[^])*'?|"(?:[^"\\\n\r]|\\[^])*"?/y;
/** From the backtick or the `}` on, up to the closing backtick or right before the next `${`. */
const templatePart = /(?:[^`\\$]|\\[^]|\$(?!\{))*`?/y;
const punctuation = /\?\.(?!\d)|\.\.\.|[.,;()[\]{}]/y;
const operator = /=>|>>>|\*\*|<<|>>|[<>=!]=?=?|&&|\|\||\?\?|[-+*/%&|^~?:]/y;

/**
 * The pieces of a formula, blanks left out. Unlike the parser of `src/model/formula` it never fails: it serves what is being typed.
 * In a template the parts between `${…}` are pieces of their own.
 */
export function lexFormula(text: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  // One entry for each template that is open: how many braces are open in its `${…}`.
  const braces: number[] = [];
  let at = 0;

  const add = (kind: LexemeKind, end: number, open = false): void => {
    lexemes.push({ kind, start: at, end, source: text.slice(at, end), open });
    at = end;
  };
  const matched = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  /** @param opening 1 where the part begins with a backtick, which is not the one that closes it */
  const addTemplatePart = (opening: 0 | 1): void => {
    templatePart.lastIndex = at + opening;
    const end = at + opening + (templatePart.exec(text)?.[0].length ?? 0);
    const closed = end > at + opening && text[end - 1] === '`' && !isEscaped(text, end - 1);
    const goesOn = !closed && text.startsWith('${', end);
    if (end > at) add('template', end, !closed && !goesOn);
    if (!goesOn) return;
    add('punctuation', at + 2);
    braces.push(0);
  };

  while (at < text.length) {
    const character = text.charAt(at);
    const code = text.codePointAt(at) ?? NaN;
    if (/\s/.test(character)) at++;
    else if (isIdentifierStart(code)) {
      let end = at;
      while (end < text.length && isIdentifierPart(text.codePointAt(end) ?? NaN)) end += lengthAt(text, end);
      add('name', end);
    } else if (/\d/.test(character) || /^\.\d/.test(text.slice(at, at + 2))) {
      add('number', at + (matched(number)?.length ?? 1));
    } else if (character === '"' || character === "'") {
      const found = matched(quoted) ?? character;
      add(
        'text',
        at + found.length,
        found.length === 1 || !found.endsWith(character) || isEscaped(found, found.length - 1),
      );
    } else if (character === '`') addTemplatePart(1);
    else if (text.startsWith('//', at) || text.startsWith('/*', at)) {
      const found = matched(comment) ?? character;
      add('comment', at + found.length, found.startsWith('//') || found.length < 4 || !found.endsWith('*/'));
    } else if (character === '}' && braces[braces.length - 1] === 0) {
      braces.pop();
      add('punctuation', at + 1);
      addTemplatePart(0);
    } else {
      const innermost = braces.length - 1;
      if (innermost >= 0 && character === '{') braces[innermost] = (braces[innermost] ?? 0) + 1;
      if (innermost >= 0 && character === '}') braces[innermost] = (braces[innermost] ?? 0) - 1;
      const mark = matched(punctuation);
      const sign = mark ?? matched(operator);
      add(mark ? 'punctuation' : sign ? 'operator' : 'unknown', at + (sign?.length ?? lengthAt(text, at)));
    }
  }
  return lexemes;
}

function lengthAt(text: string, position: number): number {
  return (text.codePointAt(position) ?? 0) > 0xffff ? 2 : 1;
}

/** Whether an odd number of backslashes stands before the position. */
function isEscaped(text: string, position: number): boolean {
  let from = position;
  while (from > 0 && text[from - 1] === '\\') from--;
  return (position - from) % 2 === 1;
}
