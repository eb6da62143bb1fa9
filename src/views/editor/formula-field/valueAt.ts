import type { Span } from '../../../model/formula';
import { ExampleScope } from './ExampleScope';
import { FormulaText, type Range } from './FormulaText';

/** A part of a formula, and what it gives by itself. */
export interface PartValue extends Span {
  readonly text: string;
  readonly value: unknown;
  /** Whether it is the value for one entry of a list, the first, of many that the formula goes through. */
  readonly isExample: boolean;
}

/**
 * The value of what is selected or, without a selection, of what the cursor is at, up to there: on `realtime` of
 * `data.queues[0].realtime.total_tasks` that of `data.queues[0].realtime`. Undefined where nothing there has a value by itself.
 */
export function valueAt(text: string, { start, end }: Span, data: unknown): PartValue | undefined {
  if (data === undefined) return undefined;
  const formula = new FormulaText(text);
  const range = start < end ? selected(formula, { start, end }) : chainAt(formula, start);
  if (!range) return undefined;
  const scope = new ExampleScope(formula, range.first, data);
  const value = scope.evaluate(formula.slice(range));
  const [first, last] = [formula.lexemes[range.first], formula.lexemes[range.last]];
  if (value === undefined || !first || !last) return undefined;
  const isAlone = range.first === range.last && ['number', 'text'].includes(first.kind);
  if (isAlone && start === end) return undefined;
  return {
    text: formula.slice(range),
    start: first.start,
    end: last.end,
    value,
    isExample: scope.hasExamples,
  };
}

/** The pieces that a selection touches, blanks at its ends left out. */
function selected({ lexemes }: FormulaText, { start, end }: Span): Range | undefined {
  const first = lexemes.findIndex((lexeme) => lexeme.end > start);
  const last = lexemes.length - 1 - [...lexemes].reverse().findIndex((lexeme) => lexeme.start < end);
  const [from, to] = [lexemes[first], lexemes[last]];
  if (!from || !to || from.start < start || to.end > end || first > last) return undefined;
  return { first, last };
}

/** The chain up to the piece at the cursor; with the call, where the piece is what is called. */
function chainAt(formula: FormulaText, position: number): Range | undefined {
  const touching = formula.lexemes
    .map((lexeme, index) => ({ lexeme, index }))
    .filter(({ lexeme }) => lexeme.start <= position && position <= lexeme.end)
    .map(({ index }) => index);
  // Between two pieces, a name counts before brackets and signs.
  const [at] = [...touching].sort((a, b) => Number(isName(formula, b)) - Number(isName(formula, a)));
  if (at === undefined) return undefined;
  const open = isName(formula, at) && formula.at(at + 1) === '(' ? at + 1 : at;
  const last = formula.at(open) === '(' ? formula.partner(open) : open;
  return last === undefined ? undefined : formula.chainEndingAt(last);
}

const isName = ({ lexemes }: FormulaText, index: number): boolean => lexemes[index]?.kind === 'name';
