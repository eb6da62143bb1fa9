import type { StoredChoice } from '../../schema/boardDocuments';
import { isChoice } from '../../model/metric/boardVariables';
import { isRecord } from '../../model/metric/fieldChecks';
import type { ReadableStore } from '../../model/store/Store';
import { browserStorage, tabStorage } from './safeStorage';

/**
 * What whoever looks has chosen, by the names of variables. The link says it, so that it can be shared and two tabs differ; the
 * tab keeps it, since a login or another view of Flex leads to an address without it; and the browser remembers what was chosen
 * last on each board, for an address that says nothing.
 */
export class ViewerChoices implements ReadableStore<number> {
  private readonly chosen: Map<string, StoredChoice>;
  private readonly listeners = new Set<() => void>();
  private version = 0;

  constructor() {
    const kept = parse(tabStorage.getItem(tabKey));
    this.chosen = new Map([...kept, ...inAddress(window.location.search)]);
    this.keepInTab();
  }

  /** How often something was chosen. */
  readonly get = (): number => this.version;

  readonly subscribe = (onChange: () => void): (() => void) => {
    this.listeners.add(onChange);
    return () => this.listeners.delete(onChange);
  };

  /** What is chosen for a variable of a board; undefined for nothing, so that its default counts. */
  of(board: string, variable: string): StoredChoice | undefined {
    return this.chosen.get(variable) ?? rememberedOn(board).get(variable);
  }

  choose(board: string, variable: string, value: StoredChoice): void {
    this.chosen.set(variable, value);
    browserStorage.setItem(
      memoryOf(board),
      JSON.stringify(Object.fromEntries(rememberedOn(board).set(variable, value))),
    );
    this.keepInTab();
    this.putIntoAddress();
    this.version += 1;
    this.listeners.forEach((listener) => listener());
  }

  /** Puts into the address what is chosen for these variables of a board, where it does not say it. */
  show(board: string, variables: readonly string[]): void {
    for (const variable of variables) {
      const value = this.of(board, variable);
      if (value !== undefined) this.chosen.set(variable, value);
    }
    this.keepInTab();
    this.putIntoAddress();
  }

  private keepInTab(): void {
    if (this.chosen.size > 0) tabStorage.setItem(tabKey, JSON.stringify(Object.fromEntries(this.chosen)));
  }

  private putIntoAddress(): void {
    const { pathname, search, hash } = window.location;
    const others = search
      .slice(1)
      .split('&')
      .filter((part) => part !== '' && variableOf(part) === undefined);
    const ours = [...this.chosen].flatMap(([variable, value]) =>
      [value].flat().map((one) => `${parameterOf(variable)}=${inPart(one)}`),
    );
    const wanted = [...others, ...ours].join('&');
    if (wanted === search.slice(1)) return;
    // No new entry, so that Back leads where it led before. The state belongs to Flex's router.
    window.history.replaceState(window.history.state, '', `${pathname}${wanted && `?${wanted}`}${hash}`);
  }
}

let ofTab: ViewerChoices | undefined;

/** Those of this tab, which all its boards share. */
export const viewerChoices = (): ViewerChoices => (ofTab ??= new ViewerChoices());

/** For tests: as if the tab was opened anew. */
export const openTabAnew = (): void => void (ofTab = undefined);

const tabKey = 'realtime-dashboard.choices';
const memoryOf = (board: string): string => `realtime-dashboard.choices.${board}`;

/** As formulas read it; the three that most boards have go without `board.`, as nothing of Flex's is called so. */
const short: ReadonlySet<string> = new Set(['queue', 'channel', 'activity']);
const prefix = 'board.';

const parameterOf = (variable: string): string => (short.has(variable) ? variable : `${prefix}${variable}`);

/** The variable that a part of an address is about; undefined for all else, which is left alone. */
function variableOf(part: string): string | undefined {
  const [name = ''] = new URLSearchParams(part).keys();
  if (short.has(name)) return name;
  return name.startsWith(prefix) && name.length > prefix.length ? name.slice(prefix.length) : undefined;
}

function inAddress(search: string): ReadonlyMap<string, StoredChoice> {
  const parameters = new URLSearchParams(search);
  const found = new Map<string, StoredChoice>();
  for (const name of parameters.keys()) {
    const variable = variableOf(name);
    const values = parameters.getAll(name).filter((value) => value.trim() !== '');
    const [first] = values;
    if (variable !== undefined && first !== undefined)
      found.set(variable, values.length > 1 ? values : first);
  }
  return found;
}

/** Half of an emoji, as a name that was cut may end with, is no text that an address can have, and encodeURIComponent throws at it. */
const inPart = (value: string | number): string =>
  new URLSearchParams({ '': String(value) }).toString().slice(1).replace(/\+/g, '%20');

const rememberedOn = (board: string): Map<string, StoredChoice> =>
  parse(browserStorage.getItem(memoryOf(board)));

/** Anybody may have written it. */
function parse(json: string | null): Map<string, StoredChoice> {
  try {
    const stored: unknown = JSON.parse(json ?? '{}');
    const entries = Object.entries(isRecord(stored) ? stored : {});
    return new Map(entries.filter((entry): entry is [string, StoredChoice] => isChoice(entry[1])));
  } catch {
    return new Map();
  }
}
