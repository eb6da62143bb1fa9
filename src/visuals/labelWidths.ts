import { keepUnits } from './keepUnits';

/** How wide a label is, in em of its own type. */
export interface LabelWidths {
  readonly onOneLine: number;
  /** Of the wider of two lines, broken where they are most alike; as on one line given a single word. */
  readonly onTwoLines: number;
}

const space = 0.28;

/** No label of more fits any tile, however small its type. */
const mostCharacters = 500;

/** Roughly, and never too narrow: as Inter draws it at weight 500, which is what Flex's theme names. */
export function labelWidths(label: string): LabelWidths {
  const words = keepUnits(label.trim().slice(0, mostCharacters).trimEnd())
    .split(/[^\S\u00a0]+/)
    .map(widthOf);
  const onOneLine = words.reduce((sum, width) => sum + width + space, -space);
  let onTwoLines = onOneLine;
  let first = -space;
  for (const width of words.slice(0, -1)) {
    first += width + space;
    onTwoLines = Math.min(onTwoLines, Math.max(first, onOneLine - first - space));
  }
  return { onOneLine, onTwoLines };
}

const widthOf = (word: string): number => [...word].reduce((sum, character) => sum + widthIn(character), 0);

function widthIn(character: string): number {
  if (/[fijlrtI.,:;!|'’()[\]/-]/.test(character)) return 0.38;
  if (/[mwMW%@]/.test(character)) return 0.92;
  // What is neither Latin nor a digit may be as wide as it is high.
  if (/[^ -ɏ]/.test(character)) return 1;
  return /\p{Lu}/u.test(character) ? 0.72 : 0.62;
}
