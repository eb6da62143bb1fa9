import * as React from 'react';
import type { NamedThresholdStyle, TileSize } from '../../schema/metricDefinition';
import { name, oneOf } from '../../model/metric/fieldChecks';
import type { Level } from '../../model/metric/levels';
import type { Strings } from '../../strings/Strings';
import { useStrings } from '../../strings/StringsContext';
import { describeLevel, type TileContent } from '../describeReading';
import { DetailsDialog } from '../DetailsDialog';
import { TileFrame } from '../TileFrame';
import type { DetailsProps, TileProps, VisualKind } from '../VisualKind';

export interface TextVisual {
  /** What there is to say, as plain text. Line breaks stay. */
  readonly text: string;
  /** How loud it is said. @default "normal" */
  readonly level?: Level;
}

interface Announcement {
  readonly label: string;
  readonly text: string;
  readonly level: Level;
}

/** An announcement. */
export const text: VisualKind<TextVisual, Announcement> = {
  kind: 'text',
  schema: {
    text: { check: name, isRequired: true },
    level: { check: oneOf(['normal', 'warning', 'critical'] satisfies readonly Level[]) },
  },
  spans: { usual: { columns: 4, rows: 1 }, least: { columns: 2, rows: 1 } },
  form: {
    name: 'VisualText',
    icon: 'M3 2h18v2H3zM3 7h18v2H3zM3 12h11v2H3z',
    fields: [
      {
        field: 'text',
        label: 'VisualAnnouncement',
        input: 'lines',
        start: (about) => about.text('VisualAnnouncementStart'),
      },
      {
        field: 'level',
        label: 'VisualLevel',
        input: 'choice',
        empty: 'WorkbenchNormal',
        choices: [
          { value: 'warning', label: 'Warning' },
          { value: 'critical', label: 'Critical' },
        ],
      },
    ],
  },
  measures: () => [],
  prepare: ({ text: said, level = 'normal' }, { label }) => {
    const announcement = { label, text: said.trim().slice(0, longestText), level };
    return () => announcement;
  },
  Tile: TextTile,
  Details: TextDetails,
  describe,
  levelOf: ({ level }) => level,
};

/** A tile holds some sentences; drawing thousands of characters stalls the page. */
const longestText = 1000;

const styles: Readonly<Record<Level, NamedThresholdStyle>> = {
  normal: 'Default',
  warning: 'Warn Strong',
  critical: 'Error Strong',
};

function describe({ label, text: said, level }: Announcement, strings: Strings): TileContent {
  const { state, word } = describeLevel(level, strings);
  const sentence = [label, said, word].filter(Boolean).join(', ');
  return { text: said, state, ...(word ? { word } : {}), sentence };
}

function TextTile({ reading, ...setting }: TileProps<Announcement>): React.ReactElement {
  const { label, text: said, level } = reading;
  return (
    <TileFrame {...setting} label={label} content={describe(reading, useStrings())} style={styles[level]}>
      <span
        className="tile-text"
        dir="auto"
        style={{ '--letter-size': letterSize(said, setting.size) } as React.CSSProperties}
      >
        {said}
      </span>
    </TileFrame>
  );
}

const spans: Readonly<Record<TileSize, number>> = { small: 0.5, normal: 1, wide: 2 };

/** So large that the text fills the room between the label and the last line: in hundredths of a normal tile's width. */
function letterSize(said: string, size: TileSize): string {
  const room = 88 * spans[size] * 28;
  const [width, height] = [0.56, 1.2];
  return Math.sqrt(room / (said.length * width * height)).toFixed(1);
}

function TextDetails({ reading, onClose }: DetailsProps<Announcement>): React.ReactElement {
  const content = describe(reading, useStrings());
  return (
    <DetailsDialog label={reading.label} content={content} onClose={onClose}>
      {null}
    </DetailsDialog>
  );
}
