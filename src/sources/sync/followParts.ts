import { assembleDashboardData, collectionOf, listedParts, type ListedPart } from './assembleDashboardData';
import type { Loaded } from '../../model/metric/Loaded';
import { shareUnchanged } from './shareUnchanged';

/**
 * How long to wait for the rest of a collection: milliseconds. The Function writes the data document last, so as a rule there
 * is nothing to wait for; but one that was killed leaves part documents without it.
 */
const patienceMs = 2_000;

export interface FollowedPart {
  retry(): void;
  stop(): void;
}

export interface FollowedData {
  /** Takes what has become of the data document. */
  take(state: Loaded<unknown>): void;
  /** Looks again for part documents that are missing or lost. */
  retry(): void;
  stop(): void;
}

/**
 * Follows the part documents that the data document lists, and hands on the assembled data: once for each collection, as
 * soon as all of it has come, however many documents that are.
 */
export function followParts(
  dataDocument: string,
  watch: (name: string, onState: (state: Loaded<unknown>) => void) => FollowedPart,
  onState: (state: Loaded<unknown>) => void,
): FollowedData {
  const parts = new Map<string, FollowedPart>();
  const states = new Map<string, Loaded<unknown>>();
  let data: Loaded<unknown> = { status: 'loading' };
  let listed: readonly ListedPart[] = [];
  /** What was handed on last: the values of all documents, in the order of the list. */
  let shown: readonly unknown[] = [];
  let assembled: unknown;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const valueOf = ({ name }: ListedPart): unknown => {
    const state = states.get(name);
    return state?.status === 'ready' ? state.value : undefined;
  };

  const show = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    if (data.status !== 'ready') {
      shown = [];
      onState(data);
      return;
    }
    const values = listed.map(valueOf);
    const next = [data.value, ...values];
    if (next.length === shown.length && next.every((value, index) => value === shown[index])) return;
    shown = next;
    const { value } = data;
    const isObject = typeof value === 'object' && value !== null;
    assembled = shareUnchanged(assembled, isObject ? assembleDashboardData(value, values) : value);
    onState({ status: 'ready', value: assembled });
  };

  /** Whether a part document is what the data document says; one that cannot be had is not waited for. */
  const isSettled = (part: ListedPart): boolean => {
    const state = states.get(part.name);
    if (state?.status !== 'ready' || data.status !== 'ready') return state?.status !== 'loading';
    const collection = collectionOf(state.value);
    // One that is newer than the data document announces it.
    return collection >= part.collection && collection <= collectionOf(data.value);
  };

  const settle = (): void => {
    if (data.status !== 'ready' || listed.every(isSettled)) show();
    else waiting = waiting ?? setTimeout(show, patienceMs);
  };

  const follow = (name: string): void => {
    states.set(name, { status: 'loading' });
    const watched = watch(name, (state) => {
      states.set(name, state);
      // Before this, the data document is still being taken.
      if (parts.has(name)) settle();
    });
    parts.set(name, watched);
  };

  return {
    take(state) {
      data = state;
      // Data that cannot be read just now lists what it listed before.
      if (state.status === 'ready') listed = listedParts(dataDocument, state.value);
      if (state.status === 'missing') listed = [];
      const names = new Set(listed.map(({ name }) => name));
      for (const [name, part] of [...parts]) {
        if (names.has(name)) continue;
        part.stop();
        parts.delete(name);
        states.delete(name);
      }
      names.forEach((name) => parts.has(name) || follow(name));
      settle();
    },
    retry: () => parts.forEach((part) => part.retry()),
    stop() {
      clearTimeout(waiting);
      parts.forEach((part) => part.stop());
      parts.clear();
    },
  };
}
