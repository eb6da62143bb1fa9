import * as React from 'react';
import { ScreenReaderOnly } from '../../paste/ScreenReaderOnly';
import { useStrings } from '../../strings/StringsContext';
import { announcementOf, toldState, type ToldState } from './announcementOf';
import type { ReadingsStore } from '../board/ReadingsStore';

/** A person must be able to hear a sentence, and to work between two. */
const atMostEvery = 10_000;

/**
 * Says in one sentence, for who does not see the board, which tiles came into another state; at most every ten seconds, so
 * of a state that came and went between nothing is said.
 */
export function Announcer({ readings }: { readings: ReadingsStore }): React.ReactElement {
  const strings = useStrings();
  const [sentence, setSentence] = React.useState('');
  React.useEffect(() => {
    /** States as they were last said, or seen first. */
    const said = new Map<string, ToldState>();
    const changed = new Set<string>();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const say = (): void => {
      const now = [...changed].flatMap((key) => {
        const reading = readings.shaped(key);
        const state = toldState(reading);
        return reading && state && said.get(key) !== state ? [{ key, label: reading.label, state }] : [];
      });
      changed.clear();
      if (now.length === 0) return;
      now.forEach(({ key, state }) => said.set(key, state));
      setSentence(announcementOf(now, strings));
      waiting = setTimeout(() => {
        waiting = undefined;
        say();
      }, atMostEvery);
    };
    const follow = (keys: readonly string[]): void => {
      for (const key of keys) {
        const state = toldState(readings.shaped(key));
        if (state === undefined) continue;
        if (said.has(key)) changed.add(key);
        else said.set(key, state);
      }
      if (waiting === undefined && changed.size > 0) say();
    };
    follow(readings.keys());
    const leave = readings.subscribeToAll(follow);
    return () => {
      leave();
      clearTimeout(waiting);
    };
  }, [readings, strings]);
  return (
    <ScreenReaderOnly>
      <span aria-live="polite" data-announcer="">
        {sentence}
      </span>
    </ScreenReaderOnly>
  );
}
