import * as React from 'react';
import type { MetricDefinition } from '../../../schema/metricDefinition';
import type { BoardModel } from '../../board/BoardModel';
import { metricOf, newKey, newTileKey, numberOf } from '../../../model/board/Board';
import { useStrings } from '../../../strings/StringsContext';
import type { RegisteredKind } from '../../../visuals/VisualKind';
import { GalleryDialog } from '../gallery/GalleryDialog';
import { visualAs } from '../tile-editor/visualAs';
import type { InsertionPoint } from './InsertionPoint';
import type { EditingModel } from '../editing/EditingModel';
import { placeForNew } from './placeForNew';
import { sectionFor } from './sectionFor';
import { goToTile } from './tileElements';
import { useMoment } from '../editing/useMoment';

export interface AddTileProps {
  readonly model: EditingModel;
  readonly board: BoardModel;
  readonly spot: InsertionPoint;
  /** Somebody wants to fill the tile of this key, which has nothing of theirs in it yet; so many steps were before it. */
  readonly onFill: (key: string, begun: number) => void;
  readonly onClose: () => void;
}

/** A tile from the gallery, which is ready, or an empty one, which is to be filled; beside the tile that somebody was at. */
export function AddTile({ model, board, spot, onFill, onClose }: AddTileProps): React.ReactElement {
  const { text } = useStrings();
  const moment = useMoment(model, board);
  const add = (metric: MetricDefinition, section?: { readonly name: string | undefined }): string => {
    const { current } = model.session;
    const key = newKey(current, metric.label);
    const near = placeForNew(current, spot);
    const place = section && section.name !== near.section ? { section: section.name } : near;
    goToTile(spot, key);
    model.do({ type: 'add-metric', key, metric, place });
    return key;
  };
  const fillTile = (kind: RegisteredKind): void => {
    const { past, current } = model.session;
    const key = newTileKey(current, kind.kind);
    const about = { metric: undefined, text, firstMetric: undefined };
    const visual = visualAs(kind, {}, about, undefined);
    model.do({ type: 'add-tile', key, visual, place: placeForNew(current, spot) });
    if (kind.form) model.do({ type: 'change-tile', key, changes: { label: text(kind.form.name) } });
    onFill(key, past.length);
  };
  return (
    <GalleryDialog
      moment={moment}
      board={model.session.current}
      sectionOf={(theme) => sectionFor(model.session.current, spot, theme)}
      onChoose={(definition, { section, kind }) => {
        const { past } = model.session;
        const key = add(definition, { name: section });
        if (kind.kind !== 'number') {
          const about = { metric: metricOf(model.session.current, key), text, firstMetric: key };
          const visual = visualAs(kind, numberOf(key), about, undefined);
          model.do({ type: 'change-tile', key, changes: { visual } });
          model.joinSteps(past.length);
        }
        onClose();
      }}
      onStartEmpty={() => {
        const begun = model.session.past.length;
        onFill(add({ label: text('EditNewTile'), formula: 'waiting()' }), begun);
      }}
      onStartKind={fillTile}
      onClose={onClose}
    />
  );
}
