import * as React from 'react';
import type { BoardModel } from '../board/BoardModel';
import { BoardContent } from '../desk/BoardContent';
import { BoardTile } from '../board/BoardTile';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { mostColumns } from '../../model/board/span';
import { TileGrid } from '../../visuals/TileGrid';
import { TileSpace } from '../../visuals/TileSpace';
import { useStore } from '../board/useStore';
import { styled, themeGet } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';
import { retryAfter } from './FailedWall';
import { headingShare, wallGap, type WallPage } from './useWallPages';

export interface WallTilesProps {
  readonly board: BoardModel;
  readonly page: WallPage | undefined;
  readonly onOpen: (key: string) => void;
  /** Names of the Sync documents, for messages. */
  readonly documents: { readonly data: string; readonly definitions: string };
}

/** The tiles of a page in all the room there is; the element handed out is that room. */
export const WallTiles = React.memo(
  React.forwardRef<HTMLDivElement, WallTilesProps>(function WallTiles(
    { board, page, onOpen, documents },
    room,
  ) {
    const strings = useStrings();
    const { content } = useStore(board.layout);
    const side = Math.min(window.innerWidth, window.innerHeight);
    const gap = wallGap(side);
    return (
      <Room ref={room}>
        <ErrorBoundary retryAfter={retryAfter} resetOn={page}>
          {page ? (
            <TileSpace columns={mostColumns}>
              <Sections style={{ gap }}>
                {page.sections.map(({ name, from, rows, tiles, places, labelSizes }) => (
                  <React.Fragment key={from}>
                    {name === undefined ? null : (
                      <Heading dir="auto" style={{ height: headingShare * side - gap }}>
                        {name}
                      </Heading>
                    )}
                    <div style={{ flex: `${rows} 1 ${(rows - 1) * gap}px`, minHeight: 0 }}>
                      <TileGrid
                        aria-label={name ?? strings.text('Metrics')}
                        fit={{ rows, unit: page.unit, rowHeight: page.rowHeight }}
                      >
                        {tiles.map((tile, index) => {
                          const place = places[index];
                          return place ? (
                            <BoardTile
                              key={tile.key}
                              tile={tile}
                              place={place}
                              inRow={page.width / page.unit / 50}
                              labelSize={labelSizes[index]}
                              readings={board.readings}
                              onOpen={onOpen}
                            />
                          ) : null;
                        })}
                      </TileGrid>
                    </div>
                  </React.Fragment>
                ))}
              </Sections>
            </TileSpace>
          ) : (
            <Message>
              <BoardContent content={content} documents={documents}>
                {null}
              </BoardContent>
            </Message>
          )}
        </ErrorBoundary>
      </Room>
    );
  }),
);

const Room = styled('div')`
  flex: 1 1 0;
  min-height: 0;
`;

const Sections = styled('div')`
  display: flex;
  flex-direction: column;
  height: 100%;
`;

const Heading = styled('h2')`
  flex: none;
  margin: 0;
  display: flex;
  align-items: flex-end;
  overflow: hidden;
  white-space: nowrap;
  color: ${themeGet('textColors.colorTextWeak')};
  font-size: 2.4vmin;
  font-weight: 700;
  line-height: 1.2;
`;

/** Written for a desk; a wall is read from further away. */
const Message = styled('div')`
  zoom: 1.5;
`;
