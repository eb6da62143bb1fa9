import { useLayoutEffect, useState } from 'react';
import type { ReadingsStore } from './ReadingsStore';
import { severityOf, type Severity } from './severity';

export type Severities = ReadonlyMap<string, Severity>;

const none: Severities = new Map();

/** Tiles that move while somebody reads them are worse than tiles that are some seconds late. */
const atMostEvery = 5000;

/**
 * The severity of each tile that needs attention, while `isWanted`. New at once when that begins, and then at most every five
 * seconds, so that nothing jumps about; the same object until it says something else.
 */
export function useSeverities(
  readings: ReadingsStore,
  keys: readonly string[],
  isWanted: boolean,
): Severities {
  const [severities, setSeverities] = useState(none);
  // Before the board is painted, so that it is not seen in the other order first.
  useLayoutEffect(() => {
    if (!isWanted) return undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const judge = (): void =>
      setSeverities((before) => {
        const now = severitiesOf(readings, keys);
        return isSame(before, now) ? before : now;
      });
    judge();
    let isKnown = isAnyJudged(readings, keys);
    const leave = readings.subscribeToAll(() => {
      // The first data came: until now there was no order that could be disturbed.
      if (!isKnown) judge();
      isKnown = isKnown || isAnyJudged(readings, keys);
      waiting =
        waiting ??
        setTimeout(() => {
          waiting = undefined;
          judge();
        }, atMostEvery);
    });
    return () => {
      leave();
      clearTimeout(waiting);
      setSeverities(none);
    };
  }, [readings, keys, isWanted]);
  return isWanted ? severities : none;
}

function severitiesOf(readings: ReadingsStore, keys: readonly string[]): Severities {
  const entries = keys.flatMap((key): [string, Severity][] => {
    const severity = severityOf(readings.get(key));
    return severity === undefined ? [] : [[key, severity]];
  });
  return new Map(entries);
}

const isAnyJudged = (readings: ReadingsStore, keys: readonly string[]): boolean =>
  keys.some((key) => !['no-data', 'definition-error', undefined].includes(readings.get(key)?.status));

const isSame = (some: Severities, others: Severities): boolean =>
  some.size === others.size && [...some].every(([key, severity]) => others.get(key) === severity);
