import type { PartReading, Reading } from '../../model/metric/Reading';
import type { Strings } from '../../strings/Strings';
import { describeReading, type TileContent } from '../describeReading';

export interface BreakdownReading {
  /** What is in large digits, or keeps the parts from being there. */
  readonly headline: Reading;
  /** The largest first; none of 0. */
  readonly parts: readonly ShownPart[];
  readonly formula: string;
}

export interface ShownPart extends PartReading {
  /** Of the whole, from 0 to 1. */
  readonly share: number;
  /** Its place in what the formula gave: a part keeps its colour when another outgrows it. */
  readonly place: number;
}

/** As many parts as are heard in one breath. */
const mostInWords = 6;

/** The parts follow what is said of the value. */
export function describeBreakdown({ headline, parts }: BreakdownReading, strings: Strings): TileContent {
  const content = describeReading(headline, strings);
  const { first, more } = firstParts(parts, mostInWords);
  const sentence = [
    content.sentence,
    ...first.map(({ label, text }) => `${label} ${text}`),
    ...(more > 0 ? [strings.text('MoreParts', { count: more })] : []),
  ].join(', ');
  return { ...content, sentence };
}

/** So many of the largest, and how many there are besides. */
export const firstParts = (
  parts: readonly ShownPart[],
  most: number,
): { readonly first: readonly ShownPart[]; readonly more: number } => ({
  first: parts.slice(0, most),
  more: Math.max(0, parts.length - most),
});
