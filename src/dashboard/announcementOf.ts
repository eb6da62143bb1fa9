import type { Reading, StyleLevel } from '../metric/Reading';
import type { Strings } from '../strings/Strings';

export type JudgedLevel = StyleLevel | 'broken';

export interface ChangedTile {
  readonly label: string;
  readonly level: JudgedLevel;
}

/** The state of a tile as far as it is worth saying; undefined for what is not judged, such as what is stale. */
export function levelOf(reading: Reading | undefined): JudgedLevel | undefined {
  if (reading === undefined) return undefined;
  if (reading.status.endsWith('-error')) return 'broken';
  if (reading.status !== 'value' || reading.freshness.status !== 'fresh') return undefined;
  return reading.style.level;
}

const badness: readonly JudgedLevel[] = ['error', 'warning', 'broken', 'success', 'none'];
const words = {
  error: 'Critical',
  warning: 'Warning',
  broken: 'FormulaError',
  success: 'OnTarget',
  none: 'Normal',
} as const;

/** One sentence for the worst change, and how many others there were. At least one tile changed. */
export function announcementOf(changed: readonly ChangedTile[], strings: Strings): string {
  const inOrder = [...changed].sort((a, b) => badness.indexOf(a.level) - badness.indexOf(b.level));
  return inOrder
    .slice(0, 1)
    .map(({ label, level }) => strings.text('TileChanged', { label, state: strings.text(words[level]) }))
    .concat(changed.length > 1 ? [strings.text('OthersChanged', { count: changed.length - 1 })] : [])
    .join(' ');
}
