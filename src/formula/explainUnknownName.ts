import { findPath } from './findPath';
import { FormulaError } from './FormulaError';
import type { FormulaScope } from './Formula';

/**
 * `total_tasks` is no name of the language, but the data may have it: says then what to write.
 * Any other error comes back as it is.
 */
export function explainUnknownName(error: FormulaError, text: string, scope: FormulaScope): FormulaError {
  if (error.code !== 'unknown-name') return error;
  const name = text.slice(error.start, error.end);
  const path = findPath(scope.data, name);
  return path === undefined
    ? error
    : new FormulaError('unknown-name', `There is no "${name}" by itself. Did you mean data${path}?`, error);
}
