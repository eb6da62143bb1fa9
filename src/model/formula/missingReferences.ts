import { parseFormula } from './compileFormula';
import { FormulaError } from './FormulaError';
import { lookOf } from './looksTheSame';
import { analyse, type Reference } from './references';
import { hasOwn, isList, isObject } from './values';

/** Something that a formula asks for by name and that is not there. */
export type MissingReference = Pick<Reference, 'kind' | 'name'>;

/** What there is to ask for by name. Undefined: nobody knows, so nothing of that kind is missing. */
export interface Available {
  readonly queues: readonly string[] | undefined;
  readonly activities: readonly string[] | undefined;
  /** At which waits are counted. */
  readonly seconds: readonly string[] | undefined;
  /** Of the board. */
  readonly variables: readonly string[] | undefined;
}

/**
 * What a formula asks for by name and is not there, each once, whether an evaluation comes to it or not.
 * None for a text that is no formula.
 */
export const missingReferences = (formula: string, available: Available): readonly MissingReference[] =>
  missingAmong(referencesIn(formula), available);

/** Those of some references that are not there, each once. */
export function missingAmong(
  references: readonly MissingReference[],
  available: Available,
): readonly MissingReference[] {
  const missing = new Map<string, MissingReference>();
  for (const { kind, name } of references)
    if (!isThere(kind, name, available)) missing.set(`${kind} ${name}`, { kind, name });
  return [...missing.values()];
}

/** The variables of the board that a formula reads, as `queue` in `board.queue`. None for a text that is no formula. */
export function variablesIn(formula: string): readonly string[] {
  if (!formula.includes('board')) return [];
  const names = referencesIn(formula).flatMap(({ kind, name }) => (kind === 'variable' ? [name] : []));
  return [...new Set(names)];
}

/** A formula that reads other variables of the board: `board.queue` as `board.team`, by the old names. */
export function withVariablesRenamed(formula: string, names: ReadonlyMap<string, string>): string {
  if (!formula.includes('board')) return formula;
  return referencesIn(formula)
    .filter(({ kind, name }) => kind === 'variable' && names.has(name))
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { name, start, end }) => `${text.slice(0, start)}board.${names.get(name)}${text.slice(end)}`,
      formula,
    );
}

/** What a formula asks for by name. None for a text that is no formula. */
export function referencesIn(formula: string): readonly Reference[] {
  try {
    return analyse(parseFormula(formula)).references;
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
    return [];
  }
}

function isThere(
  kind: Reference['kind'],
  name: string,
  { queues, activities, seconds, variables }: Available,
): boolean {
  switch (kind) {
    case 'queue':
      return isFound(name, queues);
    case 'activity':
      return isFound(name, activities);
    case 'name':
      return !queues || !activities || queues.includes(name) || activities.includes(name);
    case 'seconds':
      return seconds?.includes(name) ?? true;
    case 'variable':
      return variables?.includes(name) ?? true;
  }
}

/** As the words for contact centres find it: one that only looks the same counts when it is the only one. */
const isFound = (name: string, names: readonly string[] | undefined): boolean =>
  !names || names.includes(name) || names.filter((other) => lookOf(other) === lookOf(name)).length === 1;

/** What dashboard data has; nothing is known while there is none, nor of the board. */
export function availableIn(data: unknown): Available {
  if (!isObject(data))
    return { queues: undefined, activities: undefined, seconds: undefined, variables: undefined };
  const splits = at(data, 'workspace_statistics', 'cumulative', 'split_by_wait_time');
  return {
    queues: namesIn(at(data, 'queues')),
    activities: namesIn(at(data, 'workspace_statistics', 'realtime', 'activity_statistics')),
    seconds: isObject(splits) ? Object.keys(splits) : [],
    variables: undefined,
  };
}

const at = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce((found, key) => (isObject(found) && hasOwn(found, key) ? found[key] : undefined), value);

const namesIn = (list: unknown): readonly string[] =>
  isList(list)
    ? list
        .map((entry) => at(entry, 'friendly_name'))
        .filter((name): name is string => typeof name === 'string')
    : [];
