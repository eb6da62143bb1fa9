import * as React from 'react';
import type { DashboardSources } from '../sources/DashboardSources';
import { styled } from '../paste/styling';
import { useStrings } from '../strings/StringsContext';
import { Announcer } from './Announcer';
import { arrangeSections } from './arrangeSections';
import { Board } from './Board';
import { BoardBanner } from './BoardBanner';
import { BoardContent } from './BoardContent';
import { BoardFooter } from './BoardFooter';
import { BoardMessage } from './BoardMessage';
import { BoardNotices } from './BoardNotices';
import { BoardPage } from './BoardPage';
import { BoardToolbar } from './BoardToolbar';
import { DialogBoundary } from '../ui/DialogBoundary';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { OpenTile } from './OpenTile';
import { QuietButton } from '../ui/QuietButton';
import { useBoard } from './useBoard';
import { useObservable } from './useObservable';
import { useSeverities } from './useSeverities';
import { useStoredFlag } from './useStoredFlag';

export interface DashboardViewProps {
  readonly sources: DashboardSources;
  /** Names of the Sync documents, for messages. */
  readonly documents: { readonly data: string; readonly definitions: string };
  /** Of the plugin, as it is deployed. */
  readonly version: string;
  /** Whether notices for admins are shown. */
  readonly isAdmin: boolean;
  /** Somebody wants the board on a wall. */
  readonly onOpenWall: () => void;
  /** Somebody wants to change the board; left out where nobody may. */
  readonly onEdit?: (() => void) | undefined;
}

/** The board at a desk: what it is and how fresh it is, the tiles, the last activity. Needs Paste's theme around it. */
export function DashboardView({
  sources,
  documents,
  version,
  isAdmin,
  onOpenWall,
  onEdit,
}: DashboardViewProps): React.ReactElement {
  const strings = useStrings();
  const board = useBoard(sources, documents);
  const { content, title } = useObservable(board.layout);
  const sections = content.status === 'tiles' ? content.sections : none;
  const [search, setSearch] = React.useState('');
  const [isWrongFirst, setWrongFirst] = useStoredFlag('realtime-dashboard.wrong-first');
  const [open, setOpen] = React.useState<string>();
  const close = React.useCallback(() => setOpen(undefined), []);
  const tiles = React.useMemo(() => sections.flatMap((section) => section.tiles), [sections]);
  const severities = useSeverities(board.readings, tiles, isWrongFirst);
  const shown = React.useMemo(
    () => arrangeSections(sections, search, isWrongFirst ? severities : undefined),
    [sections, search, severities, isWrongFirst],
  );

  return (
    <BoardPage
      title={title ?? strings.text('Title')}
      status={board.status}
      isAdmin={isAdmin}
      tools={
        <Tools>
          {shown.all > 0 ? (
            <BoardToolbar
              search={search}
              onSearch={setSearch}
              shown={shown.shown}
              all={shown.all}
              isWrongFirst={isWrongFirst}
              onWrongFirst={setWrongFirst}
            />
          ) : null}
          {onEdit && (content.status === 'tiles' || content.status === 'missing') ? (
            <QuietButton type="button" onClick={onEdit}>
              {strings.text('Edit')}
            </QuietButton>
          ) : null}
          {onOpenWall ? (
            <QuietButton type="button" onClick={onOpenWall}>
              {strings.text('WallOpen')}
            </QuietButton>
          ) : null}
        </Tools>
      }
    >
      <ErrorBoundary>
        {content.status === 'tiles' ? (
          <BoardBanner status={board.status} dataDocument={documents.data} isAdmin={isAdmin} />
        ) : null}
        <BoardNotices layout={board.layout} status={board.status} isAdmin={isAdmin} />
      </ErrorBoundary>
      <ErrorBoundary resetOn={shown}>
        <BoardContent content={content} documents={documents}>
          {shown.shown === 0 ? (
            <BoardMessage title={strings.text('NoTileFound', { search: search.trim() })}>
              <div>
                <QuietButton type="button" onClick={() => setSearch('')}>
                  {strings.text('ClearSearch')}
                </QuietButton>
              </div>
            </BoardMessage>
          ) : (
            <Board shown={shown} readings={board.readings} onOpen={setOpen} />
          )}
        </BoardContent>
      </ErrorBoundary>
      <ErrorBoundary>
        <BoardFooter status={board.status} version={version} />
        <Announcer readings={board.readings} />
      </ErrorBoundary>
      {open === undefined ? null : (
        <DialogBoundary onClose={close}>
          <OpenTile board={board} tile={open} onClose={close} />
        </DialogBoundary>
      )}
    </BoardPage>
  );
}

const none = [] as const;

/** At the right of the heading, or below it where there is no room. */
const Tools = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem 0.75rem;
  margin-left: auto;
`;
