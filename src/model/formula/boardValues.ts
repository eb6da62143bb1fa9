import { FormulaError, type Span } from './FormulaError';
import type { Run } from './Run';
import { hasOwn, isList, isObject } from './values';

/** Stands for all queues there are; no queue has this name. */
export const everything = '*';

/** What was chosen for one variable of a board: a name, several, a number, or `everything`. */
export type ChosenValue = string | number | readonly string[];

export interface Binding {
  /** `queue`, `activity` and `channel` name what is in the data; all others stand for themselves. */
  readonly type: string;
  readonly value: ChosenValue;
  /** All there are to choose from, where the data does not say it. */
  readonly choices?: readonly string[];
}

/** By the names under which formulas read them: `board.queue`. */
export type Bindings = ReadonlyMap<string, Binding>;

/** The formula reads a variable for which nothing is chosen, or nothing that is there. It is no mistake of the formula. */
export class NeedsChoice extends FormulaError {
  constructor(
    readonly variable: string,
    /** Of the variable, or what its name says where the board has no such variable. */
    readonly type: string,
    /** What was chosen and is not there any more. */
    readonly gone: readonly string[],
    span?: Span,
  ) {
    const what = ['queue', 'channel', 'activity'].includes(type)
      ? `${type === 'activity' ? 'an' : 'a'} ${type}`
      : `a value for "${variable}"`;
    const why =
      gone.length > 0
        ? `there is no ${gone.map((name) => `"${name}"`).join(', ')} any more.`
        : `nothing is chosen for board.${variable}.`;
    super('needs-choice', `This metric needs ${what}: ${why}`, span);
  }

  override at(span: Span): FormulaError {
    return this.start >= 0 ? this : new NeedsChoice(this.variable, this.type, this.gone, span);
  }
}

/** What a formula reads as `board.<variable>`. @throws {NeedsChoice} */
export function readBoard(variable: string, run: Run): unknown {
  const binding = run.board?.get(variable);
  if (!binding) throw new NeedsChoice(variable, variable, []);
  const { type, value, choices } = binding;
  const names = choices ?? namesOf(type, run.data);
  if (!choices) run.reads?.add((data) => namesOf(type, data), names);
  run.charge(2 + ((names?.length ?? 0) >> 3));
  if (value === everything) return names ?? [];
  if (!names || typeof value === 'number') return value;
  const chosen = typeof value === 'string' ? [value] : value;
  const there = chosen.filter((name) => names.includes(name));
  if (there.length === 0) throw new NeedsChoice(variable, type, chosen);
  if (there.length > 1) return there.length === chosen.length ? value : there;
  return there[0];
}

/** The names of all that a variable of a type can be set to, as the data has them; undefined where the data does not say. */
export function namesOf(type: string, data: unknown): readonly string[] | undefined {
  switch (type) {
    case 'queue':
      return namesIn(at(data, 'queues'));
    case 'activity':
      return namesIn(at(data, 'workspace_statistics', 'realtime', 'activity_statistics'));
    case 'channel': {
      const channels = at(data, 'channels');
      return isObject(channels) && !isList(channels) ? interned(Object.keys(channels)) : undefined;
    }
    default:
      return undefined;
  }
}

const at = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce((found, key) => (isObject(found) && hasOwn(found, key) ? found[key] : undefined), value);

const known = new WeakMap<object, readonly string[]>();

/** Lists of the data are frozen: each is gone through once. */
function namesIn(list: unknown): readonly string[] | undefined {
  if (!isList(list)) return undefined;
  const found = known.get(list);
  if (found) return found;
  const names = interned(
    list
      .map((entry) => at(entry, 'friendly_name'))
      .filter((name): name is string => typeof name === 'string'),
  );
  if (Object.isFrozen(list)) known.set(list, names);
  return names;
}

const latest: (readonly string[])[] = [];

/** The same list for the same names, so that a formula that reads them is not evaluated again while there are no others. */
function interned(names: readonly string[]): readonly string[] {
  const same = latest.find(
    (others) => others.length === names.length && others.every((name, index) => name === names[index]),
  );
  if (same) return same;
  const kept = Object.freeze([...names]);
  latest.unshift(kept);
  latest.length = Math.min(latest.length, 8);
  return kept;
}
