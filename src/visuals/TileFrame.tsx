import * as React from 'react';
import type { ThresholdStyle } from '../schema/metricDefinition';
import { isStyleName } from '../model/metric/levels';
import type { TileContent } from './describeReading';
import { keepUnits } from './keepUnits';
import type { Place } from './layTiles';
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
  /** What is above, in place of the label and the icon. */
  readonly top?: React.ReactNode;
  /** Whether what is inside takes clicks and keys of its own, so that the tile as a whole is no button. */
  readonly isGroup?: boolean;
  /** Whether only a part of it is bad, so that its outline says how bad, and no ground. */
  readonly isOutlined?: boolean;
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
  place,
  labelSize,
  label,
  content: { state, was, word, context, sentence },
  style,
  picture,
  top,
  isGroup = false,
  isOutlined = false,
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
    'data-outlined': isOutlined ? '' : undefined,
    style: own && colours(own),
  };
  const inside = (
    <>
      {top ?? (
        <span className="tile-top">
          <span className="tile-label" dir="auto">
            {keepUnits(label)}
          </span>
          <StateIcon state={state} />
        </span>
      )}{' '}
      {children}{' '}
      <span className="tile-foot">
        {word ? <span className="tile-word">{word}</span> : null}
        {context ? <span className="tile-context">{word ? ` · ${context}` : context}</span> : null}
      </span>
    </>
  );
  return (
    <div role="listitem" className={`tile-cell tile-${size}`} style={placing(place, labelSize)}>
      {onOpen && isGroup ? (
        // A click beside what is inside opens the tile; for keys there is a button in it.
        <div
          {...looks}
          role="group"
          data-tile={tile}
          tabIndex={-1}
          onClick={({ target }) => (target as Element).closest('button') ?? onOpen(tile)}
        >
          {inside}
        </div>
      ) : onOpen ? (
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

function placing(place: Place | undefined, labelSize: number | undefined): React.CSSProperties | undefined {
  if (!place) return undefined;
  const { column, row, columns, rows } = place;
  return {
    gridColumn: `${column + 1} / span ${columns}`,
    gridRow: `${row + 1} / span ${rows}`,
    '--cells': columns,
    '--high': rows,
    ...(labelSize === undefined ? {} : { '--label-fits': `${labelSize}px` }),
  } as React.CSSProperties;
}

/** Colours that a metric brings along; all others are those of a theme, and lie in the grid. */
const colours = ({ valueColour, labelColour, backgroundColour }: TileColours): React.CSSProperties =>
  ({
    '--value': valueColour,
    '--caption': labelColour,
    ...(backgroundColour ? { '--ground': backgroundColour } : {}),
  }) as React.CSSProperties;
