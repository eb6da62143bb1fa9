import * as React from 'react';
import type { TileSize } from '../schema/metricDefinition';
import type { Reading } from '../model/metric/Reading';
import { useStrings } from '../strings/StringsContext';
import { describeReading, type TileContent } from './describeReading';
import { TileFrame } from './TileFrame';
import type { TileProps } from './VisualKind';

export interface ReadingTileProps extends TileProps<Reading> {
  /** In other words than those of the reading alone. */
  readonly content?: TileContent;
  /** What is right of the value, which leaves it a part of the width. */
  readonly beside?: React.ReactNode;
  /** Of the value, between it and the last line; the value makes room for it. */
  readonly picture?: React.ReactNode;
  /** Whether the picture is more than a line and a bar. */
  readonly isPictureTall?: boolean;
}

/** Draws a reading of one value. It compares, parses and formats nothing. */
export const ReadingTile = React.memo(function ReadingTile({
  reading,
  content: described,
  beside,
  picture,
  isPictureTall = false,
  ...setting
}: ReadingTileProps) {
  const strings = useStrings();
  const content = described ?? describeReading(reading, strings);
  const { text, unit } = content;
  const { size } = setting;
  const isJudged = reading.status === 'value' && reading.freshness.status === 'fresh';
  return (
    <TileFrame
      {...setting}
      label={reading.label}
      content={content}
      style={isJudged ? (reading.style ?? 'Default') : undefined}
      picture={picture === undefined ? undefined : isPictureTall ? 'tall' : 'low'}
    >
      <span
        className={isQuiet(reading) ? 'tile-value quiet' : 'tile-value'}
        data-beside={beside === undefined ? undefined : ''}
        translate="no"
      >
        <span
          className={isLong(content, size) ? 'tile-long' : undefined}
          style={{ fontSize: valueSize(content, size) }}
        >
          <span dir="auto">{text}</span>
          {unit ? <span className="tile-unit" dir="auto">{` ${unit}`}</span> : null}
        </span>
        {beside}
      </span>{' '}
      {picture}
    </TileFrame>
  );
});

/** A normal 0 draws no eye from what is there. */
const isQuiet = (reading: Reading): boolean =>
  reading.status === 'value' &&
  (reading.grown ?? reading.value) === 0 &&
  (reading.style ?? 'Default') === 'Default';

/** Text that would have to shrink to less than this, in em of a line, wraps instead. */
const longestLine = { small: 6, normal: 10, wide: 20 } as const satisfies Readonly<Record<TileSize, number>>;

const isLong = (face: TileContent, size: TileSize): boolean => textWidth(face) > longestLine[size];

/** As large as the tile is wide, so that a longer text shrinks and no column grows. An error is read, not glanced at. */
function valueSize(face: TileContent, size: TileSize): string {
  if (face.state === 'broken') return 'var(--error-size)';
  const width = textWidth(face);
  if (isLong(face, size))
    return `clamp(var(--long-size), calc(var(--number-width) / ${(width * 0.6).toFixed(2)}), 0.6 * var(--number-size))`;
  return `min(calc(var(--number-width) / ${width.toFixed(2)}), var(--number-size))`;
}

/** Roughly, in em: Inter's bold digits and letters are 0.68 wide, marks half as wide, a unit is drawn at less than half. */
const textWidth = ({ text, unit = '' }: TileContent): number =>
  widthOf(text) + (unit ? 0.25 + 0.45 * widthOf(unit) : 0);

const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (':.,·- '.includes(character) ? 0.34 : 0.68), 0);
