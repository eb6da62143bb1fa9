import { languages, Token, tokenize, type TokenStream } from 'prism-code-editor/prism';
import { builtins } from '../../../model/formula/builtins';
import { words } from '../../../model/formula/words';
import { lexFormula, type Lexeme } from './lexFormula';

/** The name under which the editor knows how formulas are coloured. */
export const formulaLanguage = 'formula';

/** Tells the editor how formulas are coloured. Once is enough, again does no harm. */
export function registerFormulaLanguage(): void {
  languages[formulaLanguage] = { [tokenize]: highlightFormula };
}

/** The pieces of a formula by what they mean; what lies between them as plain text. */
export function highlightFormula(text: string): TokenStream {
  const stream: TokenStream = [];
  const lexemes = lexFormula(text);
  let at = 0;
  lexemes.forEach((lexeme, index) => {
    if (lexeme.start > at) stream.push(text.slice(at, lexeme.start));
    stream.push(
      new Token(meaningOf(lexeme, lexemes[index - 1], lexemes[index + 1]), lexeme.source, lexeme.source),
    );
    at = lexeme.end;
  });
  if (at < text.length || stream.length === 0) stream.push(text.slice(at));
  return stream;
}

const operators = ['typeof', 'void', 'in', 'function', 'return'];
const constants = ['true', 'false', 'null', 'undefined', 'NaN', 'Infinity'];

function meaningOf({ kind, source }: Lexeme, before: Lexeme | undefined, after: Lexeme | undefined): string {
  if (kind !== 'name') return kind;
  const isCalled = after?.source === '(';
  if (before?.source === '.' || before?.source === '?.') return isCalled ? 'method' : 'field';
  if (operators.includes(source)) return 'operator';
  if (constants.includes(source)) return 'constant';
  if (words.has(source) && isCalled) return 'word';
  return builtins.has(source) || source === 'data' ? 'builtin' : 'name';
}
