import type { Bindings } from '../../../model/formula';
import type { Completion } from './Completion';
import { ExampleScope } from './ExampleScope';
import { FormulaText } from './FormulaText';
import { lexFormula } from './lexFormula';
import { memberCompletions } from './memberCompletions';
import { nameCompletions } from './nameCompletions';
import { rankCompletions } from './rankCompletions';
import { textCompletions } from './textCompletions';

/**
 * What may stand at a position of a formula that may be half typed, the likeliest first: fields, queues and activities of this
 * very data, words, methods. Nothing where nothing fits, such as in a number or a comment.
 * @param data the dashboard data; with `undefined`, only what the language itself has
 * @param board what is chosen on the board
 */
export function completionsAt(
  text: string,
  position: number,
  data: unknown,
  board: Bindings = new Map(),
): readonly Completion[] {
  const formula = new FormulaText(text);
  if (isInComment(text, position)) return [];
  const { lexemes } = formula;
  const index = lexemes.length - 1 - [...lexemes].reverse().findIndex(({ start }) => start < position);
  const lexeme = index < lexemes.length ? lexemes[index] : undefined;
  const isInside = lexeme !== undefined && (position < lexeme.end || lexeme.open);

  if (lexeme && isInside && lexeme.kind === 'text') {
    const found = textCompletions(formula, index, position, new ExampleScope(formula, index, data, board));
    return rankCompletions(found, text.slice(lexeme.start + 1, position));
  }
  if (lexeme && isInside && lexeme.kind !== 'name' && position < lexeme.end) return [];
  if (lexeme && (lexeme.kind === 'number' || lexeme.open) && position <= lexeme.end) return [];

  const isName = lexeme?.kind === 'name' && position <= lexeme.end;
  const typed = isName ? text.slice(lexeme.start, position) : '';
  const before = isName ? index - 1 : lexeme ? index : -1;
  const part = isName ? { start: lexeme.start, end: lexeme.end } : { start: position, end: position };
  const scope = new ExampleScope(formula, before + 1, data, board);
  if (formula.isDot(before)) return rankCompletions(memberCompletions(formula, before, part, scope), typed);
  if (formula.endsValue(before)) return [];
  return rankCompletions(nameCompletions(formula, part, typed, scope, data), typed);
}

/** Comments are no pieces of the formula, so that they are looked for by themselves. */
function isInComment(text: string, position: number): boolean {
  return lexFormula(text).some(
    ({ kind, start, end, open }) =>
      kind === 'comment' && start < position && (position < end || (open && position === end)),
  );
}
