import * as React from 'react';
import { SectionHeading } from '../../paste/Heading';
import { styled, themeGet } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';
import type { ShownSections } from '../board/arrangeSections';
import { BoardTiles } from '../board/BoardTiles';
import { SectionRows } from './SectionRows';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import type { ReadingsStore } from '../board/ReadingsStore';
import { TileSpace } from '../../visuals/TileSpace';
import { RovingFocus } from './RovingFocus';

export interface BoardProps {
  readonly shown: ShownSections;
  readonly readings: ReadingsStore;
  /** Called with the tile's key; without it the tiles are pictures. */
  readonly onOpen?: (key: string) => void;
}

/** The tiles in their sections. Drawn anew only when tiles move; each tile sees to itself. */
export const Board = React.memo(function Board({ shown, readings, onOpen }: BoardProps) {
  const strings = useStrings();
  return (
    <TileSpace>
      <Page>
        <SectionRows sections={shown.sections}>
          {({ name, tiles }, width) => (
            <section key={name ?? ''}>
              {name === undefined ? null : <Heading>{name}</Heading>}
              <ErrorBoundary resetOn={tiles}>
                <RovingFocus>
                  <BoardTiles
                    label={name ?? strings.text('Metrics')}
                    tiles={tiles}
                    width={width}
                    readings={readings}
                    onOpen={onOpen}
                  />
                </RovingFocus>
              </ErrorBoundary>
            </section>
          )}
        </SectionRows>
      </Page>
    </TileSpace>
  );
});

const Heading = ({ children }: { readonly children: string }): React.ReactElement => (
  <SpacedHeading>
    <span dir="auto">{children}</span>
  </SpacedHeading>
);

const Page = styled('div')`
  display: flex;
  flex-direction: column;
  gap: 1.25rem;
`;

const SpacedHeading = styled(SectionHeading)`
  margin-bottom: ${themeGet('space.space40')};
`;
