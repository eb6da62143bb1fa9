import * as React from 'react';
import type { ParsedDefinition } from '../../model/metric/parseMetricDefinitions';
import type { ArrangedSection, ArrangedTile } from '../../model/board/arrangeBoard';
import type { BoardModel } from '../board/BoardModel';
import { WhoIsBehind, type WhoIsBehindProps } from './WhoIsBehind';
import { identitiesOf, useLook, useSame } from '../board/useLook';
import { useStore } from '../board/useStore';

export interface OpenTileProps {
  readonly board: BoardModel;
  /** Its key. */
  readonly tile: string;
  /** Where it stands. @default the board that is shown */
  readonly sections?: readonly ArrangedSection[] | undefined;
  readonly onClose: () => void;
  /** Where whoever opened it may see who is counted. */
  readonly sources?: WhoIsBehindProps['sources'];
}

/** The details of the tile that somebody opened, going on with its readings and the time; they close when the tile goes. */
export function OpenTile({
  board,
  tile: key,
  sections: given,
  onClose,
  sources,
}: OpenTileProps): React.ReactElement | null {
  const { content } = useStore(board.layout);
  const sections = given ?? (content.status === 'tiles' ? content.sections : []);
  const tile = sections.flatMap(({ tiles }) => tiles).find((some) => some.key === key);
  const isGone = tile === undefined;
  React.useEffect(() => {
    if (isGone) onClose();
  }, [isGone, onClose]);
  return tile ? <Details tile={tile} board={board} onClose={onClose} sources={sources} /> : null;
}

const isShown = (parsed: ParsedDefinition | undefined): parsed is ParsedDefinition => parsed !== undefined;

function Details({
  tile,
  board,
  onClose,
  sources,
}: Omit<OpenTileProps, 'tile' | 'sections'> & { readonly tile: ArrangedTile }): React.ReactElement {
  const look = useLook(tile, board.readings);
  const { now, collectedAt, day } = useStore(board.status);
  const measures = useSame(identitiesOf(tile).flatMap((key) => board.readings.measure(key) ?? []));
  const parsed = identitiesOf(tile).map(board.readings.parsed).find(isShown);
  return look.details({
    definition: parsed && 'definition' in parsed ? parsed.definition : undefined,
    collectedAt,
    now,
    timeZone: day?.timeZone,
    onClose,
    behind: sources && ((row) => <WhoIsBehind sources={sources} measures={measures} row={row} />),
  });
}
