import * as React from 'react';
import type { ThresholdStyle } from '../contract/metricDefinition';
import { isStyleName } from '../metric/levels';
import type { TileContent } from './describeReading';
import { keepUnits } from './keepUnits';
import type { LabelWidths } from './labelWidths';
import { StateIcon } from './StateIcon';
import { isStrong, resolveStyle, type TileColours } from './styleColours';
import { useColourTokens } from './useColourTokens';
import type { TileSetting } from './VisualKind';

export interface TileFrameProps extends TileSetting {
  readonly label: string;
  readonly content: TileContent;
  /** As it is saved; undefined for what is not judged, which looks quiet. */
  readonly style: ThresholdStyle | undefined;
  /** How high the picture is that wants a part of the room for the value. */
  readonly picture?: 'low' | 'tall' | undefined;
  /** What is between the label and the last line. */
  readonly children: React.ReactNode;
}

/**
 * What all tiles have in common, as a list item of a `TileGrid`: label and icon above, the state in words below, and colours.
 * Each text that changes is alone in its element: where a browser translates a page, React loses text nodes that have others
 * beside them, and numbers freeze.
 */
export function TileFrame({
  tile,
  size,
  onOpen,
  widths,
  label,
  content: { state, was, word, context, sentence },
  style,
  picture,
  children,
}: TileFrameProps): React.ReactElement {
  const tokens = useColourTokens();
  const own = typeof style === 'object' ? resolveStyle(style, tokens).style : undefined;
  const named = isStyleName(style) ? style : style !== undefined && !own ? 'Default' : undefined;
  const looks = {
    className: 'tile',
    'aria-label': sentence,
    'data-state': state,
    'data-was': was,
    'data-style': named,
    'data-strong': own?.backgroundColour || (named && isStrong(named)) ? '' : undefined,
    'data-pictured': picture,
    style: own && colours(own),
  };
  const inside = (
    <>
      <span className="tile-top">
        <span className="tile-label" dir="auto">
          {keepUnits(label)}
        </span>
        <StateIcon state={state} />
      </span>{' '}
      {children}{' '}
      <span className="tile-foot">
        {word ? <span className="tile-word">{word}</span> : null}
        {context ? <span className="tile-context">{word ? ` · ${context}` : context}</span> : null}
      </span>
    </>
  );
  return (
    <div role="listitem" className={`tile-cell tile-${size}`} style={widths && lines(widths)}>
      {onOpen ? (
        <button {...looks} type="button" aria-haspopup="dialog" data-tile={tile} onClick={() => onOpen(tile)}>
          {inside}
        </button>
      ) : (
        <div {...looks} role="img">
          {inside}
        </div>
      )}
    </div>
  );
}

const lines = ({ onOneLine, onTwoLines }: LabelWidths): React.CSSProperties =>
  ({ '--one-line': onOneLine.toFixed(2), '--two-lines': onTwoLines.toFixed(2) }) as React.CSSProperties;

/** Colours that a metric brings along; all others are those of a theme, and lie in the grid. */
const colours = ({ valueColour, labelColour, backgroundColour }: TileColours): React.CSSProperties =>
  ({
    '--value': valueColour,
    '--caption': labelColour,
    ...(backgroundColour ? { '--ground': backgroundColour } : {}),
  }) as React.CSSProperties;
