import type { ProblemReading, Reading, StyleLevel } from '../metric/Reading';
import type { Strings } from '../strings/Strings';
import { stateWords } from './tileFace';

export type JudgedLevel = StyleLevel | ProblemReading['status'];

export interface ChangedTile {
  readonly label: string;
  readonly level: JudgedLevel;
}

/** The state of a tile as far as it is worth saying; undefined for what is not judged, such as what is stale. */
export function levelOf(reading: Reading | undefined): JudgedLevel | undefined {
  if (reading === undefined) return undefined;
  if ('problem' in reading) return reading.status;
  if (reading.status !== 'value' || reading.freshness.status !== 'fresh') return undefined;
  return reading.style.level;
}

const fromTheWorst: readonly JudgedLevel[] = [
  'error',
  'warning',
  'formula-error',
  'format-error',
  'definition-error',
  'success',
  'none',
];
const words = { ...stateWords, none: 'Normal' } as const;

/** One sentence for the worst change, and how many others there were. At least one tile changed. */
export function announcementOf(changed: readonly ChangedTile[], strings: Strings): string {
  const inOrder = [...changed].sort((a, b) => fromTheWorst.indexOf(a.level) - fromTheWorst.indexOf(b.level));
  return inOrder
    .slice(0, 1)
    .map(({ label, level }) => strings.text('TileChanged', { label, state: strings.text(words[level]) }))
    .concat(changed.length > 1 ? [strings.text('OthersChanged', { count: changed.length - 1 })] : [])
    .join(' ');
}
