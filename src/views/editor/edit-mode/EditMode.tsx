import * as React from 'react';

import type { DashboardSources } from '../../../sources/DashboardSources';
import { BoardMessage } from '../../desk/BoardMessage';
import { Button } from '../../../ui/Button';
import { useStrings } from '../../../strings/StringsContext';
import { boardDocumentName } from '../../../model/board/boardDocument';
import { documentsIn } from '../draft/documentsIn';
import type { DefinitionStore } from '../repository/DefinitionStore';
import { EditedBoard } from './EditedBoard';
import { EditingModel } from '../editing/EditingModel';

export interface EditModeProps {
  readonly sources: DashboardSources;
  readonly documents: { readonly data: string; readonly definitions: string; readonly board: string };
  /** Where the board is saved. */
  readonly openStore: () => DefinitionStore;
  /** Identity in Flex of whoever is logged in. */
  readonly person: () => string;
  /** Keeps the work while another view of Flex is looked at. */
  readonly kept: React.MutableRefObject<EditingModel | undefined>;
  /** Whether whoever began wants to make or order boards. */
  readonly isManaging?: boolean;
  /** Shows another board, also after editing. */
  readonly onBoard: (id: string) => void;
  /** Everything is saved or let go of. */
  readonly onLeave: () => void;
}

/** The board while somebody changes it. Needs Paste's theme around it. */
export function EditMode({
  sources,
  documents,
  openStore,
  person,
  kept,
  isManaging = false,
  onBoard,
  onLeave,
}: EditModeProps): React.ReactElement {
  const { text } = useStrings();
  const [model, setModel] = React.useState(kept.current);
  /** Id of the board that is to be edited next; the one before stays on screen until it is there. */
  const [next, setNext] = React.useState<string>();
  React.useEffect(() => {
    if (model && next === undefined) return undefined;
    const begin = (): void => {
      const begun = documentsIn(sources, documents);
      if (!begun || (next === undefined && kept.current)) return;
      if (next !== undefined && begun.layout?.name !== boardDocumentName(documents.board, next)) return;
      kept.current?.end();
      kept.current = new EditingModel(sources, openStore(), begun, person());
      setModel(kept.current);
      setNext(undefined);
    };
    const { definitions, furtherDefinitions, boardSettings, boards, boardDocument } = sources;
    const parts = [definitions, furtherDefinitions, boardSettings, boards, boardDocument];
    const leave = [sources.use(), ...parts.map((part) => part.subscribe(begin))];
    begin();
    return () => leave.forEach((end) => end());
  }, [model, next, sources, documents, openStore, person, kept]);
  const isChanged = React.useRef(false);
  const change = (id: string): void => {
    isChanged.current = true;
    onBoard(id);
    setNext(id);
  };

  const leave = (): void => {
    kept.current?.end();
    kept.current = undefined;
    onLeave();
  };
  if (model)
    return (
      <EditedBoard
        key={model.number}
        model={model}
        documents={documents}
        isManaging={isManaging && !isChanged.current}
        onBoard={onBoard}
        onChange={change}
        onLeave={leave}
      />
    );
  return (
    <BoardMessage title={text('EditWaiting')}>
      <p>{text('EditWaitingCause')}</p>
      <div>
        <Button type="button" onClick={leave}>
          {text('Close')}
        </Button>
      </div>
    </BoardMessage>
  );
}
