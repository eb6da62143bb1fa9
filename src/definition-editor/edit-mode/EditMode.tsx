import * as React from 'react';

import type { DashboardSources } from '../../sources/DashboardSources';
import { BoardMessage } from '../../dashboard/BoardMessage';
import { QuietButton } from '../../ui/QuietButton';
import { useStrings } from '../../strings/StringsContext';
import { documentsIn } from '../session/documentsIn';
import type { DefinitionStore } from '../store/DefinitionStore';
import { EditedBoard } from './EditedBoard';
import { EditingModel } from './EditingModel';

export interface EditModeProps {
  readonly sources: DashboardSources;
  readonly documents: { readonly data: string; readonly definitions: string; readonly board: string };
  /** Where the board is saved. */
  readonly openStore: () => DefinitionStore;
  /** Identity in Flex of whoever is logged in. */
  readonly person: () => string;
  /** Keeps the work while another view of Flex is looked at. */
  readonly kept: React.MutableRefObject<EditingModel | undefined>;
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
  onLeave,
}: EditModeProps): React.ReactElement {
  const { text } = useStrings();
  const [model, setModel] = React.useState(kept.current);
  React.useEffect(() => {
    if (model) return undefined;
    const begin = (): void => {
      const begun = documentsIn(sources, documents);
      if (!begun || kept.current) return;
      kept.current = new EditingModel(sources, openStore(), begun, person());
      setModel(kept.current);
    };
    const { definitions, furtherDefinitions, boardSettings } = sources;
    const leave = [
      sources.use(),
      ...[definitions, furtherDefinitions, boardSettings].map((part) => part.subscribe(begin)),
    ];
    begin();
    return () => leave.forEach((end) => end());
  }, [model, sources, documents, openStore, person, kept]);

  const leave = (): void => {
    kept.current?.end();
    kept.current = undefined;
    onLeave();
  };
  if (model) return <EditedBoard model={model} documents={documents} onLeave={leave} />;
  return (
    <BoardMessage title={text('EditWaiting')}>
      <p>{text('EditWaitingCause')}</p>
      <div>
        <QuietButton type="button" onClick={leave}>
          {text('Close')}
        </QuietButton>
      </div>
    </BoardMessage>
  );
}
