import { isRecord } from '../../../model/metric/fieldChecks';
import type { JsonObject, SavedDocument } from '../../../model/board/BoardDocuments';
import type { Conflict } from './EditingSession';
import { mergeLists } from './mergeLists';
import { takeOne } from './takeOne';

export interface MergedIndex {
  readonly index: SavedDocument | undefined;
  readonly clashes: readonly Conflict[];
}

/**
 * The list of boards, board by board. Both called a board differently, or said that it is for others, or both changed the playlist:
 * that clashes, and mine stands. One deleted it and the other called it differently: it is deleted, under the new name.
 */
export function mergeIndex(
  base: SavedDocument | undefined,
  mine: SavedDocument | undefined,
  theirs: SavedDocument | undefined,
): MergedIndex {
  const name = (theirs ?? mine)?.name;
  const one = takeOne(base?.value, mine?.value, theirs?.value);
  if (name === undefined) return { index: undefined, clashes: [] };
  if (one) return { index: one.value === undefined ? undefined : { name, value: one.value }, clashes: [] };
  const [b, m, t] = [base, mine, theirs].map((document) => entriesIn(document?.value));
  const clashes: Conflict[] = [];
  const merged = new Map<string, JsonObject>();
  for (const id of new Set([...(t?.keys() ?? []), ...(m?.keys() ?? [])])) {
    const [atFirst, ofMine, ofTheirs] = [b?.get(id), m?.get(id), t?.get(id)];
    const taken = takeOne(atFirst, ofMine, ofTheirs);
    const entry = taken ? taken.value : mergeEntries(atFirst, ofMine, ofTheirs);
    if (!taken && ofMine && ofTheirs && ['title', 'for'].some(isBoth))
      clashes.push({
        kind: 'board',
        document: name,
        key: id,
        base: atFirst,
        mine: ofMine,
        theirs: ofTheirs,
      });
    if (entry) merged.set(id, entry);

    function isBoth(field: string): boolean {
      return takeOne(atFirst?.[field], ofMine?.[field], ofTheirs?.[field]) === undefined;
    }
  }
  const key = 'playlist';
  const turns = { base: base?.value?.[key], mine: mine?.value?.[key], theirs: theirs?.value?.[key] };
  if (!takeOne(turns.base, turns.mine, turns.theirs))
    clashes.push({ kind: 'setting', document: name, key, ...turns });
  const [before, my, their] = [b, m, t].map((entries) => [...(entries?.keys() ?? [])]);
  const ids = (mergeLists(before, my, their) ?? my ?? []) as readonly string[];
  const strays = listIn(theirs?.value).filter((entry) => idOf(entry) === undefined);
  const boards = [...new Set([...ids, ...merged.keys()])].flatMap((id) => merged.get(id) ?? []);
  return {
    index: {
      name,
      value: { ...mergeEntries(base?.value, mine?.value, theirs?.value), boards: [...boards, ...strays] },
    },
    clashes,
  };
}

/** Field by field; of what both changed mine stands, and who removed a board that the other changed has not removed it. */
function mergeEntries(
  base: JsonObject = {},
  mine: JsonObject | undefined,
  theirs: JsonObject | undefined,
): JsonObject | undefined {
  if (!mine || !theirs) return mine ?? theirs;
  const fields = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])].map((field) => {
    const one = takeOne(base[field], mine[field], theirs[field]);
    return [field, one ? one.value : mine[field]] as const;
  });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

const listIn = (index: JsonObject | undefined): readonly unknown[] =>
  Array.isArray(index?.boards) ? (index?.boards as readonly unknown[]) : [];

const idOf = (entry: unknown): string | undefined =>
  isRecord(entry) && typeof entry.id === 'string' ? entry.id : undefined;

function entriesIn(index: JsonObject | undefined): ReadonlyMap<string, JsonObject> {
  const entries = new Map<string, JsonObject>();
  for (const entry of listIn(index)) {
    const id = idOf(entry);
    if (id !== undefined && isRecord(entry) && !entries.has(id)) entries.set(id, entry);
  }
  return entries;
}
