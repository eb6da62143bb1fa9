import type { BinaryOperator, LogicalOperator } from './syntax';

/** Precedence of every operator between two operands; `**` alone groups to the right. */
export const precedence: ReadonlyMap<string, number> = new Map<BinaryOperator | LogicalOperator, number>([
  ['??', 1],
  ['||', 1],
  ['&&', 2],
  ['|', 3],
  ['^', 4],
  ['&', 5],
  ['==', 6],
  ['!=', 6],
  ['===', 6],
  ['!==', 6],
  ['<', 7],
  ['>', 7],
  ['<=', 7],
  ['>=', 7],
  ['in', 7],
  ['<<', 8],
  ['>>', 8],
  ['>>>', 8],
  ['+', 9],
  ['-', 9],
  ['*', 10],
  ['/', 10],
  ['%', 10],
  ['**', 11],
]);

/** Everything JavaScript reads as one operator here, longest first within a first character. */
const spellings: ReadonlyMap<string, readonly string[]> = new Map([
  ['|', ['||=', '||', '|=', '|']],
  ['&', ['&&=', '&&', '&=', '&']],
  ['?', ['??=', '??']],
  ['^', ['^=', '^']],
  ['=', ['===', '==']],
  ['!', ['!==', '!=']],
  ['<', ['<!--', '<<=', '<<', '<=', '<']],
  ['>', ['>>>=', '>>>', '>>=', '>>', '>=', '>']],
  ['+', ['++', '+=', '+']],
  ['-', ['--', '-=', '-']],
  ['*', ['**=', '**', '*=', '*']],
  ['/', ['/=', '/']],
  ['%', ['%=', '%']],
]);

/** The operator at `index`, `undefined` if none begins there. Looks at four characters at most. */
export function operatorAt(text: string, index: number): string | undefined {
  return spellings.get(text.charAt(index))?.find((spelling) => text.startsWith(spelling, index));
}
