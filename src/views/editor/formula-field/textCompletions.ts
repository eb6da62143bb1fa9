import type { Span } from '../../../model/formula';
import type { Completion, CompletionKind } from './Completion';
import type { ExampleScope } from './ExampleScope';
import type { FormulaText } from './FormulaText';
import { documentationOf } from './documentation';
import { activitiesIn, queuesIn } from './namesInData';
import { quoted } from './spelling';

/** What may stand in a text: names of queues and activities, keys in `[…]`, values that the other side of `===` may have. */
export function textCompletions(
  formula: FormulaText,
  index: number,
  position: number,
  scope: ExampleScope,
): readonly Completion[] {
  const lexeme = formula.lexemes[index];
  if (!lexeme) return [];
  const quote = lexeme.source.startsWith('"') ? '"' : "'";
  // A text that is not closed swallows what follows; only what is typed so far is replaced.
  const part: Span = { start: lexeme.start, end: lexeme.open ? position : lexeme.end };
  const rest = formula.text.slice(part.end);
  const complete = (
    names: readonly (readonly [name: string, value: unknown])[],
    kind: CompletionKind,
    close: ')' | ']' | '',
  ): readonly Completion[] =>
    names.map(([name, value]) => {
      const text = quoted(name, quote);
      const insert = lexeme.open && close !== '' && !rest.startsWith(close) ? text + close : text;
      return { label: name, kind, ...part, insert, value, ...documentationOf(kind === 'field' ? name : '') };
    });

  const bracket = formula.bracketAround(index);
  const isFirst = bracket === index - 1;
  if (formula.at(bracket) === '[' && isFirst) {
    const receiver = formula.chainEndingAt(formula.at(bracket - 1) === '?.' ? bracket - 2 : bracket - 1);
    const value = receiver && scope.valueOf(receiver);
    if (receiver)
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? complete(Object.entries(value), 'field', ']')
        : [];
  }
  const call = formula.at(bracket) === '[' ? formula.bracketAround(bracket) : bracket;
  const word = formula.at(call) === '(' && !formula.isDot(call - 2) ? formula.at(call - 1) : '';
  if (['activity', 'agents', 'longestIn'].includes(word) && isFirst)
    return complete(activitiesIn(scope.data), 'activity', ')');
  const close = word === 'serviceLevel' ? '' : formula.at(bracket) === '[' ? '' : ')';
  const isNamesOfQueues =
    bracket !== call
      ? ['waiting', 'longestWait', 'serviceLevel'].includes(word)
      : isFirst && ['queue', 'waiting', 'longestWait', 'serviceLevel', 'free'].includes(word);
  if (isNamesOfQueues) return complete(queuesIn(scope.data), 'queue', close);
  return complete(
    comparedValues(formula, index, scope).map((name) => [name, undefined]),
    'text',
    '',
  );
}

/** In `(q) => q.friendly_name === '…'`: every text that the entries have there. */
function comparedValues(formula: FormulaText, index: number, scope: ExampleScope): readonly string[] {
  if (!['===', '==', '!==', '!='].includes(formula.at(index - 1))) return [];
  const chain = formula.chainEndingAt(index - 2);
  const list = chain && scope.listOf(formula.at(chain.first));
  if (!chain || list === undefined) return [];
  const name = formula.at(chain.first);
  const values = scope.evaluate(`${list}.map((${name}) => ${formula.slice(chain)})`);
  const texts = Array.isArray(values)
    ? values.filter((value): value is string => typeof value === 'string')
    : [];
  return [...new Set(texts)];
}
