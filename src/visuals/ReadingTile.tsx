import * as React from 'react';
import type { TileSize } from '../contract/metricDefinition';
import { isStyleName } from '../metric/levels';
import type { Reading } from '../metric/Reading';
import { useStrings } from '../strings/StringsContext';
import type { LabelWidths } from './labelWidths';
import { StateIcon } from './StateIcon';
import { isStrong, resolveStyle, type TileColours } from './styleColours';
import { describeReading, type TileContent } from './describeReading';
import { useColourTokens } from './useColourTokens';

export interface ReadingTileProps {
  readonly reading: Reading;
  readonly size: TileSize;
  /**
   * Somebody wants to know more: click, Enter or Space. Called with the reading's key; the same function on each draw.
   * Without it the tile is a picture.
   */
  readonly onOpen?: (key: string) => void;
  /** Lets a tile of a grid that fits its room draw the label as large as it can; the same object on each draw. */
  readonly label?: LabelWidths;
}

/**
 * Draws a reading, as a list item of a `TileGrid`. It compares, parses and formats nothing. Each text that changes is alone in
 * its element: where a browser translates a page, React loses text nodes that have others beside them, and numbers freeze.
 */
export const ReadingTile = React.memo(function ReadingTile({ reading, size, onOpen, label }: ReadingTileProps) {
  const face = describeReading(reading, useStrings());
  const { text, unit, state, word, context, sentence } = face;
  const tokens = useColourTokens();
  const isJudged = reading.status === 'value' && reading.freshness.status === 'fresh';
  const style = isJudged ? (reading.style ?? 'Default') : undefined;
  const own = typeof style === 'object' ? resolveStyle(style, tokens).style : undefined;
  const named = isStyleName(style) ? style : isJudged && !own ? 'Default' : undefined;
  const long = isLong(face, size);
  const looks = {
    className: 'tile',
    'aria-label': sentence,
    'data-state': state,
    'data-style': named,
    'data-strong': own?.backgroundColour || (named && isStrong(named)) ? '' : undefined,
    style: own && colours(own),
  };
  const inside = (
    <>
      <span className="tile-top">
        <span className="tile-label" dir="auto">
          {reading.label}
        </span>
        <StateIcon state={state} />
      </span>{' '}
      <span className="tile-value" translate="no">
        <span className={long ? 'tile-long' : undefined} style={{ fontSize: valueSize(face, size) }}>
          <span dir="auto">{text}</span>
          {unit ? <span className="tile-unit" dir="auto">{` ${unit}`}</span> : null}
        </span>
      </span>{' '}
      <span className="tile-foot">
        {word ? <span className="tile-word">{word}</span> : null}
        {context ? <span className="tile-context">{word ? ` · ${context}` : context}</span> : null}
      </span>
    </>
  );
  return (
    <div role="listitem" className={`tile-cell tile-${size}`} style={label && lines(label)}>
      {onOpen ? (
        <button
          {...looks}
          type="button"
          aria-haspopup="dialog"
          data-metric={reading.key}
          onClick={() => onOpen(reading.key)}
        >
          {inside}
        </button>
      ) : (
        <div {...looks} role="img">
          {inside}
        </div>
      )}
    </div>
  );
});

const lines = ({ onOneLine, onTwoLines }: LabelWidths): React.CSSProperties =>
  ({ '--one-line': onOneLine.toFixed(2), '--two-lines': onTwoLines.toFixed(2) }) as React.CSSProperties;

/** Colours that a metric brings along; all others are those of a theme, and lie in the grid. */
const colours = ({ valueColour, labelColour, backgroundColour }: TileColours): React.CSSProperties =>
  ({
    '--value': valueColour,
    '--caption': labelColour,
    ...(backgroundColour ? { '--ground': backgroundColour } : {}),
  }) as React.CSSProperties;

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
