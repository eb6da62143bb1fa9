import type { StoredAudience } from '../../schema/boardDocuments';
import { isName, isRecord } from '../metric/fieldChecks';
import { boardIdsIn } from '../../persistence/boardNames';

/** Who a board opens for by itself. */
export interface Audience {
  readonly teams: readonly string[];
  readonly roles: readonly string[];
}

export interface Viewer {
  /** What the worker attribute says that names a team; several where it is a list. */
  readonly teams: readonly string[];
  readonly roles: readonly string[];
}

/** Who an entry of the list of boards says that its board is for; whatever is no list of names names nobody. */
export function audienceOf(entry: unknown): Audience {
  const { teams, roles } = Object(Object(entry).for) as { teams?: unknown; roles?: unknown };
  return { teams: namesIn(teams), roles: namesIn(roles) };
}

/** The entry's field; undefined where it is for nobody in particular. */
export const storedAudience = ({ teams, roles }: Audience): StoredAudience | undefined =>
  teams.length + roles.length === 0
    ? undefined
    : { ...(teams.length > 0 && { teams }), ...(roles.length > 0 && { roles }) };

/** The first board that is for this viewer: one that names teams and roles, for who has one of each. Undefined for none. */
export function boardFor(index: unknown, viewer: Viewer): string | undefined {
  const { boards } = Object(index) as { boards?: unknown };
  const entries: readonly unknown[] = Array.isArray(boards) ? boards : [];
  const shown = new Set(boardIdsIn(index));
  const found = entries.find((entry) => {
    if (!isRecord(entry) || typeof entry.id !== 'string' || !shown.has(entry.id)) return false;
    const { teams, roles } = audienceOf(entry);
    return teams.length + roles.length > 0 && fits(teams, viewer.teams) && fits(roles, viewer.roles);
  });
  return isRecord(found) ? String(found.id) : undefined;
}

/** The teams of a viewer, from the attributes of their worker. */
export function teamsIn(attributes: unknown, attribute: string): readonly string[] {
  const value = isRecord(attributes) ? attributes[attribute] : undefined;
  return namesIn(Array.isArray(value) ? value : [value]);
}

/** Names differ by more than capitals and the space around them. */
const same = (name: string): string => name.trim().toLowerCase();

const fits = (wanted: readonly string[], has: readonly string[]): boolean =>
  wanted.length === 0 || wanted.some((one) => has.some((other) => same(one) === same(other)));

const namesIn = (list: unknown): readonly string[] =>
  Array.isArray(list) ? list.filter(isName).map((name) => name.trim()) : [];
