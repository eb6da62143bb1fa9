import * as React from 'react';
import { isName } from '../../../model/metric/fieldChecks';
import { labelOfTile, tileOf } from '../../../model/board/Board';
import { useStrings } from '../../../strings/StringsContext';
import type { BoardModel } from '../../board/BoardModel';
import { useStore } from '../../board/useStore';
import { Button } from '../../../ui/Button';
import { PrimaryButton } from '../dialog/PrimaryButton';
import type { EditingModel } from '../editing/EditingModel';
import { DiscardDialog } from '../dialog/DiscardDialog';
import { Panel } from './PanelLayout';
import { TileActions } from './TileActions';
import { OnBoards } from '../boards/OnBoards';
import { TileFields } from './TileFields';
import { useTileEdit } from './useTileEdit';

export interface TilePanelProps {
  readonly model: EditingModel;
  readonly board: BoardModel;
  /** Key of the tile that is open. */
  readonly tile: string;
  /** How many steps there were before the tile was made, where cancelling takes it away again. */
  readonly begun?: number | undefined;
  /** Opens another tile in place of this one; one that was just made with the number of steps before it. */
  readonly onOpen: (key: string, begun?: number) => void;
  /** Closes the panel and takes the tile away. */
  readonly onRemove: (key: string) => void;
  /** What was changed is applied or cancelled. */
  readonly onClose: () => void;
}

/** What others may ask of the panel before they do something with the board. */
export interface TilePanelHandle {
  /** Keeps what was changed; false where something typed cannot be read, which has the focus then. */
  apply(): boolean;
}

/**
 * Everything there is to one tile, beside the board, which goes on and shows each change at once. Applying makes one step of
 * them, and cancelling takes them back. Nothing is saved by either.
 */
export const TilePanel = React.forwardRef<TilePanelHandle, TilePanelProps>(function TilePanel(
  { model, board, tile: key, begun, onOpen, onRemove, onClose },
  handle,
) {
  const { text } = useStrings();
  const { session } = useStore(model.state);
  const { current } = session;
  const tile = tileOf(current, key);
  const isGone = tile === undefined;
  const edit = useTileEdit(model, key, begun);
  const panel = React.useRef<HTMLElement>(null);
  const [isAsking, setAsking] = React.useState(false);

  const apply = (): boolean => {
    const unread = panel.current?.querySelector<HTMLElement>('[data-unread]');
    unread?.focus();
    if (!unread) edit.apply();
    return !unread;
  };
  const applyAndClose = (): void => {
    if (apply()) onClose();
  };
  const cancel = (): void => {
    // First: whoever is asked where to go finds the tile still there.
    onClose();
    edit.cancel();
  };
  const isTyping = (): boolean => panel.current?.querySelector('[data-unread]') !== null;
  React.useImperativeHandle(handle, () => ({ apply }));
  React.useEffect(() => {
    if (isGone) onClose();
  }, [isGone, onClose]);

  // Before a field takes the key for its own.
  const newest = React.useRef(applyAndClose);
  newest.current = applyAndClose;
  React.useEffect(() => {
    const element = panel.current;
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      newest.current();
    };
    element?.addEventListener('keydown', press, true);
    return () => element?.removeEventListener('keydown', press, true);
  }, [isGone]);

  // What most come for. A tile that has just been made wants a name of its own.
  React.useLayoutEffect(() => {
    const label = panel.current?.querySelector<HTMLInputElement>('[data-label]');
    label?.focus();
    label?.select();
  }, []);
  if (!tile) return null;
  const label = labelOfTile(current, key);
  return (
    <Panel
      ref={panel}
      aria-label={text('WorkbenchTitle', { label })}
      data-tile-panel={key}
      onKeyDown={(event: React.KeyboardEvent) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        if (edit.isChanged() || isTyping()) setAsking(true);
        else cancel();
      }}
    >
      <header>
        <h2 dir="auto">{isName(label) ? text('WorkbenchTitle', { label }) : text('PanelTitle')}</h2>
      </header>
      <div className="panel-body">
        <OnBoards model={model} tile={tile} onApply={apply} />
        <TileFields model={model} board={board} tile={tile} />
        <TileActions model={model} tile={tile} onApply={apply} onOpen={onOpen} onRemove={onRemove} />
      </div>
      <footer>
        <Button type="button" onClick={cancel}>
          {text('PanelCancel')}
        </Button>
        <PrimaryButton type="button" onClick={applyAndClose} aria-keyshortcuts="Control+Enter Meta+Enter">
          {text('PanelApply')}
        </PrimaryButton>
      </footer>
      {isAsking ? (
        <DiscardDialog
          title={text('PanelDiscardTitle', { label })}
          onDiscard={cancel}
          onClose={() => setAsking(false)}
        >
          <p>{text('PanelDiscardCause')}</p>
        </DiscardDialog>
      ) : null}
    </Panel>
  );
});
