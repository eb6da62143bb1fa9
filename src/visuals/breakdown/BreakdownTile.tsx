import * as React from 'react';
import type { TileSize } from '../../schema/metricDefinition';
import { useStrings } from '../../strings/StringsContext';
import { labelWidths } from '../labelWidths';
import { ReadingTile } from '../ReadingTile';
import type { TileProps } from '../VisualKind';
import { describeBreakdown, firstParts, type BreakdownReading, type ShownPart } from './BreakdownReading';
import { partColourCount } from './breakdownSheet';

/** How many parts two lines of names have room for, beside how many more there are. */
const mostNames: Readonly<Record<TileSize, number>> = { small: 0, normal: 3, wide: partColourCount };

/** The value, and below it the parts as one bar with their names. */
export function BreakdownTile({ reading, ...setting }: TileProps<BreakdownReading>): React.ReactElement {
  const { headline, parts } = reading;
  const { first, more } = firstParts(parts, mostNames[setting.size]);
  return (
    <ReadingTile
      {...setting}
      reading={headline}
      isPictureTall
      content={describeBreakdown(reading, useStrings())}
      picture={first.length > 0 && !('problem' in headline) ? <Parts parts={first} more={more} /> : undefined}
    />
  );
}

function Parts({
  parts,
  more,
}: {
  readonly parts: readonly ShownPart[];
  readonly more: number;
}): React.ReactElement {
  const { text } = useStrings();
  const colours = coloursOf(parts);
  const style = { '--names': (namesWidth(parts) + (more > 0 ? 7 : 0)).toFixed(1) } as React.CSSProperties;
  const rest = 1 - parts.reduce((sum, { share }) => sum + share, 0);
  return (
    <span className="tile-picture breakdown" style={style}>
      <span className="breakdown-bar">
        {parts.map((part) => (
          <i
            key={part.place}
            data-part={colours.get(part)}
            // Drawn by CSS: it stands beside the name as well.
            data-text={part.share >= readableShare ? part.text : undefined}
            style={{ flexGrow: part.share }}
          />
        ))}
        {more > 0 ? <i data-part="rest" style={{ flexGrow: rest }} /> : null}
      </span>
      <span className="breakdown-names">
        {parts.map((part) => (
          <span key={part.place}>
            <i data-part={colours.get(part)} />
            <span dir="auto">{part.label}</span> <b>{part.text}</b>{' '}
          </span>
        ))}
        {more > 0 ? (
          <span>
            <i data-part="rest" />
            <span>{text('MoreParts', { count: more })}</span>
          </span>
        ) : null}
      </span>
    </span>
  );
}

/** All names with their counts on one line, in em; the square before each and the room after it are 1.85. */
const namesWidth = (parts: readonly ShownPart[]): number =>
  parts.reduce((sum, { label, text }) => sum + labelWidths(`${label} ${text}`).onOneLine + 1.85, 0);

/** A narrower part has no room for its count. */
const readableShare = 0.12;

/** By the place of a part among those that are shown, so that colours stay while the order changes. */
const coloursOf = (parts: readonly ShownPart[]): ReadonlyMap<ShownPart, number> =>
  new Map([...parts].sort((a, b) => a.place - b.place).map((part, index) => [part, index + 1]));
