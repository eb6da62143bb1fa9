import { ScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import { styled, themeGet } from '@twilio-paste/core/styling-library';
import * as React from 'react';
import type { BoardModel } from '../../dashboard/BoardModel';
import { MetricTile } from '../../dashboard/MetricTile';
import type { ReadingsStore } from '../../dashboard/ReadingsStore';
import { TileGrid } from '../../dashboard/TileGrid';
import { useObservable } from '../../dashboard/useObservable';
import { useReading } from '../../dashboard/useReading';
import type { ArrangedTile } from '../../metric/arrangeBoard';
import type { Strings } from '../../strings/Strings';
import { useStrings } from '../../strings/StringsContext';
import { placeOf, sectionsOf, tilesOf } from '../session/boardOrder';
import type { EditingCommand, TilePosition } from '../session/EditingCommand';
import type { EditingModel } from './EditingModel';
import { neighbourPlace, type MoveDirection } from './neighbourPlace';
import { SectionHeading } from './SectionHeading';
import { useTileDrag } from './useTileDrag';

export interface SectionsInEditingProps {
  readonly model: EditingModel;
  readonly board: BoardModel;
  readonly onOpen: (key: string) => void;
}

const directions: Readonly<Record<string, MoveDirection>> = {
  ArrowLeft: 'earlier',
  ArrowRight: 'later',
  ArrowUp: 'previous-section',
  ArrowDown: 'next-section',
};

/** All sections, those without tiles too, with tiles that are moved by mouse and by keyboard and opened by either. */
export function SectionsInEditing({ model, board, onOpen }: SectionsInEditingProps): React.ReactElement {
  const strings = useStrings();
  const { text } = strings;
  const { content } = useObservable(board.layout);
  const { session } = useObservable(model.state);
  const area = React.useRef<HTMLDivElement>(null);
  const [said, setSaid] = React.useState('');
  /** What has the focus once the board is drawn anew: a tile that changes its section becomes another element. */
  const wanted = React.useRef<string>();
  // Before the next key is pressed.
  React.useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const tile = tileOf(area.current, wanted.current);
    wanted.current = undefined;
    tile?.focus();
  });

  const act = (command: EditingCommand, focus: string | undefined): void => {
    wanted.current = focus;
    model.do(command);
  };
  const move = (key: string, place: TilePosition): void => {
    act({ type: 'move-tile', key, place }, key);
    setSaid(placeInWords(model, key, strings));
  };
  const mark = useTileDrag(area, move);

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const key = (event.target as Element).closest<HTMLElement>('[data-metric]')?.dataset.metric;
    if (key === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = directions[event.key];
    if (direction) {
      event.preventDefault();
      if (!event.shiftKey) return focusBeside(area.current, key, event.key);
      const place = neighbourPlace(model.session.current, key, direction);
      if (place) move(key, place);
    } else if (event.key === 'Delete') {
      const { section } = placeOf(model.session.current, key) ?? {};
      const tiles = tilesOf(model.session.current, section);
      const index = tiles.indexOf(key);
      setSaid(text('EditRemoved', { label: labelOf(area.current, key) }));
      act({ type: 'remove-metric', key }, tiles[index + 1] ?? tiles[index - 1]);
    }
  };

  const arranged = content.status === 'tiles' ? content.sections : [];
  const named = sectionsOf(session.current);
  return (
    <Area ref={area} onKeyDown={onKeyDown}>
      <p className="edit-hint">{text('EditHint')}</p>
      {[undefined, ...named].map((name) => {
        const tiles = arranged.find((section) => section.name === name)?.tiles ?? [];
        if (name === undefined && tiles.length === 0 && named.length > 0) return null;
        return (
          <section key={name ?? ''} data-section={name ?? ''}>
            {name === undefined ? null : <SectionHeading name={name} model={model} />}
            {tiles.length > 0 ? (
              <TileGrid aria-label={name ?? text('Metrics')}>
                {tiles.map((tile) => (
                  <EditedTile key={tile.key} tile={tile} readings={board.readings} onOpen={onOpen} />
                ))}
              </TileGrid>
            ) : (
              <p className="edit-empty">{text(name === undefined ? 'EditEmptyBoard' : 'EditEmptySection')}</p>
            )}
          </section>
        );
      })}
      {mark ? <DropLine aria-hidden="true" style={mark} /> : null}
      <ScreenReaderOnly>
        <span aria-live="assertive" data-edit-said="">
          {said}
        </span>
      </ScreenReaderOnly>
    </Area>
  );
}

const EditedTile = React.memo(function EditedTile({
  tile: { key, size },
  readings,
  onOpen,
}: {
  readonly tile: ArrangedTile;
  readonly readings: ReadingsStore;
  readonly onOpen: (key: string) => void;
}) {
  const reading = useReading(readings, key);
  return reading ? <MetricTile reading={reading} size={size} onOpen={onOpen} /> : null;
});

const tilesIn = (area: HTMLElement | null): readonly HTMLElement[] => [
  ...(area?.querySelectorAll<HTMLElement>('[data-metric]') ?? []),
];

const tileOf = (area: HTMLElement | null, key: string): HTMLElement | undefined =>
  tilesIn(area).find(({ dataset }) => dataset.metric === key);

const labelOf = (area: HTMLElement | null, key: string): string =>
  tileOf(area, key)?.querySelector('.tile-label')?.textContent ?? key;

/** Left and right follow the order of the tiles; up and down go to the nearest tile of the row above or below. */
function focusBeside(area: HTMLElement | null, key: string, arrow: string): void {
  const tiles = tilesIn(area);
  const from = tileOf(area, key);
  if (!from) return;
  const index = tiles.indexOf(from);
  if (arrow === 'ArrowLeft') return tiles[index - 1]?.focus();
  if (arrow === 'ArrowRight') return tiles[index + 1]?.focus();
  const { left, top, height } = from.getBoundingClientRect();
  const distance = (tile: HTMLElement): number => {
    const box = tile.getBoundingClientRect();
    const rows = arrow === 'ArrowDown' ? box.top - top : top - box.top;
    return rows < height / 2 ? Infinity : rows * 10 + Math.abs(box.left - left);
  };
  const nearest = [...tiles].sort((a, b) => distance(a) - distance(b))[0];
  if (nearest && distance(nearest) < Infinity) nearest.focus();
}

function placeInWords(model: EditingModel, key: string, { text }: Strings): string {
  const { current } = model.session;
  const { section } = placeOf(current, key) ?? {};
  const tiles = tilesOf(current, section);
  const values = { place: tiles.indexOf(key) + 1, all: tiles.length };
  return section === undefined ? text('EditMovedOutside', values) : text('EditMoved', { ...values, section });
}

const Area = styled.div`
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
    user-select: none;
    outline: 1px dashed ${themeGet('borderColors.colorBorderPrimary')};
    outline-offset: 1px;
  }
`;

const DropLine = styled.div`
  position: fixed;
  z-index: 2;
  width: 4px;
  margin-left: -2px;
  border-radius: 2px;
  background: ${themeGet('borderColors.colorBorderPrimary')};
  pointer-events: none;
`;
