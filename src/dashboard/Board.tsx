import * as React from 'react';
import { SectionHeading } from '../paste/Heading';
import { styled, themeGet } from '../paste/styling';
import { useStrings } from '../strings/StringsContext';
import type { ShownSections } from './arrangeSections';
import { BoardTiles } from './BoardTiles';
import { SectionRows } from './SectionRows';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import type { ReadingsStore } from './ReadingsStore';
import { gridColumns } from '../visuals/layTiles';
import { TileSpace } from '../visuals/TileSpace';

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
        {shown.wrong ? (
          <section>
            <Heading>{strings.text('NeedsAttention')}</Heading>
            {shown.wrong.length > 0 ? (
              <ErrorBoundary resetOn={shown.wrong}>
                <BoardTiles
                  label={strings.text('NeedsAttention')}
                  tiles={shown.wrong}
                  width={gridColumns}
                  readings={readings}
                  onOpen={onOpen}
                />
              </ErrorBoundary>
            ) : (
              <p>{strings.text('NothingNeedsAttention')}</p>
            )}
          </section>
        ) : null}
        <SectionRows sections={shown.sections}>
          {({ name, tiles }, width) => (
            <section key={name ?? ''}>
              {name === undefined && !shown.wrong ? null : (
                <Heading>{name ?? strings.text('AllElse')}</Heading>
              )}
              <ErrorBoundary resetOn={tiles}>
                <BoardTiles
                  label={name ?? strings.text('Metrics')}
                  tiles={tiles}
                  width={width}
                  readings={readings}
                  onOpen={onOpen}
                />
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

const Page = styled.div`
  display: flex;
  flex-direction: column;
  gap: 1.25rem;
`;

const SpacedHeading = styled(SectionHeading)`
  margin-bottom: ${themeGet('space.space40')};
`;
