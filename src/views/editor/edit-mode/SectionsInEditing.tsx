import * as React from 'react';
import type { BoardModel } from '../../board/BoardModel';
import { BoardTiles } from '../../board/BoardTiles';
import { SectionRows } from '../../desk/SectionRows';
import { DialogBoundary } from '../../../ui/DialogBoundary';
import { ErrorBoundary } from '../../../ui/ErrorBoundary';
import { isDelete, keyOf } from '../../board/keyOf';
import { Button } from '../../../ui/Button';
import { TileSpace } from '../../../visuals/TileSpace';
import { useStore } from '../../board/useStore';
import { sectionsOf, tileOf, type TilePosition } from '../../../model/board/Board';
import type { Span } from '../../../model/board/span';
import { styled, themeGet } from '../../../paste/styling';
import { useStrings } from '../../../strings/StringsContext';
import type { InsertionPoint } from './InsertionPoint';
import type { EditingModel } from '../editing/EditingModel';
import { neighbourPlace, type MoveDirection } from '../editing/neighbourPlace';
import { OnNoTile } from './OnNoTile';
import { removeTile } from './removeTile';
import { SectionDialog } from './SectionDialog';
import { SectionHeading } from './SectionHeading';
import { focusBeside, goToTile } from './tileElements';
import { useTileDrag } from './useTileDrag';
import { useTileResize } from './useTileResize';

export interface SectionsInEditingProps {
  readonly model: EditingModel;
  readonly board: BoardModel;
  readonly spot: InsertionPoint;
  readonly onOpen: (key: string) => void;
}

const directions: Readonly<Record<string, MoveDirection>> = {
  ArrowLeft: 'earlier',
  ArrowRight: 'later',
  ArrowUp: 'previous-section',
  ArrowDown: 'next-section',
};

const resizes: Readonly<Record<string, Span>> = {
  ArrowLeft: { columns: -1, rows: 0 },
  ArrowRight: { columns: 1, rows: 0 },
  ArrowUp: { columns: 0, rows: -1 },
  ArrowDown: { columns: 0, rows: 1 },
};

/** All sections, those without tiles too, with tiles that are moved by mouse and by keyboard and opened by either. */
export function SectionsInEditing({
  model,
  board,
  spot,
  onOpen,
}: SectionsInEditingProps): React.ReactElement {
  const { text } = useStrings();
  const { content } = useStore(board.layout);
  const { session } = useStore(model.state);
  const area = React.useRef<HTMLDivElement>(null);
  const [isAdding, setAdding] = React.useState(false);
  const stopAdding = React.useCallback(() => setAdding(false), []);
  // Before the next key is pressed.
  React.useLayoutEffect(() => {
    const element = area.current ? spot.wanted?.(area.current) : undefined;
    if (!element) return;
    spot.wanted = undefined;
    element.focus();
  });

  const move = (key: string, place: TilePosition): void => {
    goToTile(spot, key);
    model.do({ type: 'move-tile', key, place });
  };
  const resize = (key: string, span: Span, joins = false): void => {
    goToTile(spot, key);
    model.do({ type: 'resize-tile', key, span }, joins);
  };
  const mark = useTileDrag(area, move);
  const spanOfTile = (key: string): Span | undefined => tileOf(model.session.current, key)?.span;
  const handle = React.useRef<HTMLDivElement>(null);
  useTileResize(area, handle, spanOfTile, resize);

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const key = (event.target as Element).closest<HTMLElement>('[data-tile]')?.dataset.tile;
    if (key === undefined || event.ctrlKey || event.metaKey) return;
    const direction = directions[event.key];
    if (event.altKey) {
      const tile = tileOf(model.session.current, key);
      const change = resizes[event.key];
      if (!tile || !change) return;
      // Without it the browser goes back a page.
      event.preventDefault();
      resize(key, { columns: tile.span.columns + change.columns, rows: tile.span.rows + change.rows });
    } else if (direction) {
      event.preventDefault();
      if (!event.shiftKey) {
        if (area.current) focusBeside(area.current, key, event.key);
        return;
      }
      const place = neighbourPlace(model.session.current, key, direction);
      if (place) move(key, place);
    } else if (isDelete(keyOf(event.nativeEvent))) {
      event.preventDefault();
      removeTile(model, spot, key);
    }
  };
  const onFocus = (event: React.FocusEvent): void => {
    const { target } = event;
    const section = target.closest<HTMLElement>('[data-section]')?.dataset.section;
    if (section === undefined) return;
    spot.section = section;
    spot.tile = target.closest<HTMLElement>('[data-tile]')?.dataset.tile;
  };

  const arranged = content.status === 'tiles' ? content.sections : [];
  const named = sectionsOf(session.current);
  const sections = [undefined, ...named].flatMap((name) => {
    const tiles = arranged.find((section) => section.name === name)?.tiles ?? [];
    return name === undefined && tiles.length === 0 && named.length > 0 ? [] : [{ name, tiles }];
  });
  const addSection = (name: string): void => {
    spot.wanted = (all) => [...all.querySelectorAll<HTMLElement>('[data-rename]')].pop();
    model.do({ type: 'change-settings', changes: { sections: [...new Set([...named, name])] } });
  };
  return (
    <Area ref={area} onKeyDown={onKeyDown} onFocus={onFocus} data-edit-mode="">
      <p className="edit-hint">
        <span>{text('EditHint')}</span> <span>{text('EditKeysResize')}</span>
      </p>
      <TileSpace>
        <Sections>
          <SectionRows sections={sections}>
            {({ name, tiles }, width) => (
              <section key={name ?? ''} data-section={name ?? ''}>
                {name === undefined ? null : <SectionHeading name={name} model={model} spot={spot} />}
                <ErrorBoundary resetOn={tiles}>
                  {tiles.length > 0 ? (
                    <BoardTiles
                      label={name ?? text('Metrics')}
                      tiles={tiles}
                      width={width}
                      readings={board.readings}
                      onOpen={onOpen}
                    />
                  ) : (
                    <p className="edit-empty">
                      {text(name === undefined ? 'EditEmptyBoard' : 'EditEmptySection')}
                    </p>
                  )}
                </ErrorBoundary>
              </section>
            )}
          </SectionRows>
        </Sections>
      </TileSpace>
      <div>
        <Button type="button" aria-haspopup="dialog" onClick={() => setAdding(true)}>
          {text('EditAddSection')}
        </Button>
      </div>
      <OnNoTile model={model} spot={spot} />
      {isAdding ? (
        <DialogBoundary onClose={stopAdding}>
          <SectionDialog
            title={text('EditAddSection')}
            name=""
            action={text('EditAddSection')}
            onName={addSection}
            onClose={stopAdding}
          />
        </DialogBoundary>
      ) : null}
      <ResizeHandle ref={handle} hidden aria-hidden="true" title={text('EditResize')} data-resize="" />
      {mark ? <DropLine aria-hidden="true" style={mark} /> : null}
    </Area>
  );
}

const Area = styled('div')`
  display: flex;
  flex-direction: column;
  gap: 1.5rem;
  font: 400 0.875rem/1.25rem ${themeGet('fonts.fontFamilyText')};
  color: ${themeGet('textColors.colorText')};
  .edit-hint {
    margin: 0;
    color: ${themeGet('textColors.colorTextWeak')};
  }
  .edit-empty {
    margin: 0;
    padding: 1.5rem;
    border: 1px dashed ${themeGet('borderColors.colorBorder')};
    border-radius: 8px;
    color: ${themeGet('textColors.colorTextWeak')};
  }
  button.tile {
    -webkit-user-select: none;
    user-select: none;
    outline: 1px dashed ${themeGet('borderColors.colorBorder')};
    outline-offset: 1px;
    &:hover {
      outline-color: ${themeGet('borderColors.colorBorderPrimary')};
    }
  }
  &[data-dragging] [data-dragged] {
    opacity: 0.4;
  }
`;

const Sections = styled('div')`
  display: flex;
  flex-direction: column;
  gap: 1.5rem;
`;

/** At the corner of the tile that the pointer is over or that has the focus. */
const ResizeHandle = styled('div')`
  position: fixed;
  z-index: 2;
  width: 16px;
  height: 16px;
  margin: -10px;
  box-sizing: border-box;
  border: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
  border-radius: 4px;
  background: ${themeGet('backgroundColors.colorBackgroundBody')};
  cursor: nwse-resize;
  touch-action: none;
`;

const DropLine = styled('div')`
  position: fixed;
  z-index: 2;
  width: 4px;
  margin-left: -2px;
  border-radius: 2px;
  background: ${themeGet('borderColors.colorBorderPrimary')};
  pointer-events: none;
`;
