import { readingsIn, type ProblemReading, type ShapedReading } from '../../model/metric/Reading';
import type { Strings } from '../../strings/Strings';
import { judgedState, stateWords, type JudgedState } from '../../visuals/describeReading';

export type ToldState = JudgedState | ProblemReading['status'];

export interface ChangedTile {
  readonly label: string;
  readonly state: ToldState;
}

/** The state of a tile as far as it is worth saying; undefined for what is not judged, such as what is stale. */
export function toldState(reading: ShapedReading | undefined): ToldState | undefined {
  if (reading === undefined) return undefined;
  if ('problem' in reading) return reading.status;
  if (reading.status === 'rows') return worstOf(readingsIn(reading).flatMap((cell) => toldState(cell) ?? []));
  if (reading.status !== 'value' || reading.freshness.status !== 'fresh') return undefined;
  return judgedState(reading);
}

const fromTheWorst: readonly ToldState[] = [
  'error',
  'warning',
  'formula-error',
  'format-error',
  'definition-error',
  'success',
  'none',
];
const words = { ...stateWords, none: 'Normal' } as const;

const worstOf = (states: readonly ToldState[]): ToldState | undefined =>
  fromTheWorst.find((state) => states.includes(state));

/** So many are named beside the worst; a longer list is not listened to. */
const mostNamed = 3;

/** One sentence for the worst change, and one that names the others. At least one tile changed. */
export function announcementOf(changed: readonly ChangedTile[], strings: Strings): string {
  const inOrder = [...changed].sort((a, b) => fromTheWorst.indexOf(a.state) - fromTheWorst.indexOf(b.state));
  const [worst, ...others] = inOrder.map(({ label, state }) => ({
    label,
    state: strings.text(words[state]),
  }));
  const labels = others
    .slice(0, mostNamed)
    .map(({ label }) => label)
    .join(', ');
  const more = others.length - mostNamed;
  return [
    ...(worst ? [strings.text('TileChanged', worst)] : []),
    ...(more > 0
      ? [strings.text('AlsoChangedMore', { labels, count: more })]
      : others.length > 0
        ? [strings.text('AlsoChanged', { labels })]
        : []),
  ].join(' ');
}
