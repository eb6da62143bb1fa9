import * as React from 'react';
import type { ArrangedTile } from '../../model/board/arrangeBoard';
import type { ReadingsStore } from './ReadingsStore';
import { severityOf, type Severity } from './severity';
import { lookAt } from './useLook';

/** By the tile's key. */
export type Severities = ReadonlyMap<string, Severity>;

const none: Severities = new Map();

/** Tiles that move while somebody reads them are worse than tiles that are some seconds late. */
const calmly = 5000;

/**
 * The severity of each tile that needs attention, while `isWanted`. New at once when that begins, and then at most so often; the same
 * object until it says something else.
 *
 * @param atMostEvery milliseconds
 */
export function useSeverities(
  readings: ReadingsStore,
  tiles: readonly ArrangedTile[],
  isWanted: boolean,
  atMostEvery = calmly,
): Severities {
  const [severities, setSeverities] = React.useState(none);
  // Before the board is painted, so that it is not seen otherwise first.
  React.useLayoutEffect(() => {
    if (!isWanted) return undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let judgedAt = -Infinity;
    let isKnown = false;
    const judge = (): void => {
      clearTimeout(waiting);
      waiting = undefined;
      judgedAt = performance.now();
      isKnown = isAnyJudged(readings);
      setSeverities((before) => {
        const now = severitiesOf(readings, tiles);
        return isSame(before, now) ? before : now;
      });
    };
    judge();
    const leave = readings.subscribeToAll(() => {
      const wait = judgedAt + atMostEvery - performance.now();
      // The first data came: until now there was nothing that could be disturbed.
      if (wait <= 0 || !isKnown) judge();
      else waiting = waiting ?? setTimeout(judge, wait);
    });
    return () => {
      leave();
      clearTimeout(waiting);
      setSeverities(none);
    };
  }, [readings, tiles, isWanted, atMostEvery]);
  return isWanted ? severities : none;
}

function severitiesOf(readings: ReadingsStore, tiles: readonly ArrangedTile[]): Severities {
  const entries = tiles.flatMap((tile): [string, Severity][] => {
    const severity = severityOf(lookAt(tile, readings));
    return severity === undefined ? [] : [[tile.key, severity]];
  });
  return new Map(entries);
}

const isAnyJudged = (readings: ReadingsStore): boolean =>
  readings
    .keys()
    .some((key) => !['no-data', 'definition-error', undefined].includes(readings.get(key)?.status));

const isSame = (some: Severities, others: Severities): boolean =>
  some.size === others.size && [...some].every(([key, severity]) => others.get(key) === severity);
