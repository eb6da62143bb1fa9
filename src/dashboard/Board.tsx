import * as React from 'react';
import type { ArrangedTile } from '../model/board/arrangeBoard';
import { SectionHeading } from '../paste/Heading';
import { styled, themeGet } from '../paste/styling';
import { useStrings } from '../strings/StringsContext';
import type { ShownSections } from './arrangeSections';
import { BoardTile } from './BoardTile';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import type { ReadingsStore } from './ReadingsStore';
import { RovingFocus } from './RovingFocus';
import { TileGrid } from '../visuals/TileGrid';

export interface BoardProps {
  readonly shown: ShownSections;
  readonly readings: ReadingsStore;
  /** Called with the tile's key; without it the tiles are pictures. */
  readonly onOpen?: (key: string) => void;
}

/** The tiles in their sections. Drawn anew only when tiles move; each tile sees to itself. */
export const Board = React.memo(function Board({ shown, readings, onOpen }: BoardProps) {
  const strings = useStrings();
  const grid = (label: string, tiles: readonly ArrangedTile[]): React.ReactElement => (
    <RovingFocus>
      <TileGrid aria-label={label}>
        {tiles.map((tile) => (
          <BoardTile key={tile.key} tile={tile} readings={readings} onOpen={onOpen} />
        ))}
      </TileGrid>
    </RovingFocus>
  );
  return (
    <>
      {shown.sections.map(({ name, tiles }) => (
        <Section key={name ?? ''} heading={name}>
          {grid(name ?? strings.text('Metrics'), tiles)}
        </Section>
      ))}
    </>
  );
});

function Section({
  heading,
  children,
}: {
  heading: string | undefined;
  children: React.ReactNode;
}): React.ReactElement {
  return (
    <section>
      {heading === undefined ? null : (
        <SpacedHeading>
          <span dir="auto">{heading}</span>
        </SpacedHeading>
      )}
      <ErrorBoundary resetOn={children}>{children}</ErrorBoundary>
    </section>
  );
}

const SpacedHeading = styled(SectionHeading)`
  margin-bottom: ${themeGet('space.space40')};
`;
