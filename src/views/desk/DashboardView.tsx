import * as React from 'react';
import type { ArrangedTile } from '../../model/board/arrangeBoard';
import type { DashboardSources } from '../../sources/DashboardSources';
import { useStrings } from '../../strings/StringsContext';
import { Announcer } from './Announcer';
import { arrangeSections } from '../board/arrangeSections';
import { AttentionFilter } from './AttentionFilter';
import { Board } from './Board';
import { BoardChoices } from './BoardChoices';
import { BoardContent } from './BoardContent';
import { BoardFooter } from './BoardFooter';
import { BoardGone } from './BoardGone';
import { BoardMessage } from './BoardMessage';
import { BoardNotices } from './BoardNotices';
import { BoardPage } from './BoardPage';
import { BoardSearch } from './BoardSearch';
import { BoardSwitcher } from './BoardSwitcher';
import { DialogBoundary } from '../../ui/DialogBoundary';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { FirstData } from './FirstData';
import { MoreActions } from './MoreActions';
import { OpenTile } from './OpenTile';
import { Button } from '../../ui/Button';
import type { Severity } from '../board/severity';
import { StartBoardAction, type StartBoard } from './StartBoardAction';
import { useBoard } from '../board/useBoard';
import { useStore } from '../board/useStore';
import { useSeverities } from '../board/useSeverities';
import { WallActions, type WallActionsProps } from './WallActions';

export interface DashboardViewProps {
  readonly sources: DashboardSources;
  /** Names of the Sync documents, for messages. */
  readonly documents: { readonly data: string; readonly definitions: string };
  /** Of the plugin, as it is deployed. */
  readonly version: string;
  /** Whether notices for admins are shown. */
  readonly isAdmin: boolean;
  readonly onOpenWall: WallActionsProps['onOpenWall'];
  /** Somebody wants another board; left out where there is nothing to choose. */
  readonly onBoard?: ((id: string) => void) | undefined;
  /** Somebody wants to change the board; left out where nobody may. */
  readonly onEdit?: (() => void) | undefined;
  /** The board that whoever looks starts with; left out where that cannot be kept. */
  readonly start?: StartBoard | undefined;
  /** Somebody wants to make, order or delete boards; left out where nobody may. */
  readonly onManage?: (() => void) | undefined;
}

/** The board at a desk: what it is, how fresh it is and what needs attention; then the tiles. Needs Paste's theme around it. */
export function DashboardView({
  sources,
  documents,
  version,
  isAdmin,
  onOpenWall,
  onBoard,
  onEdit,
  onManage,
  start,
}: DashboardViewProps): React.ReactElement {
  const strings = useStrings();
  const board = useBoard(sources, documents);
  const layout = useStore(board.layout);
  const { content, title = strings.text('Title'), boards, shown: shownBoard } = layout;
  const sections = content.status === 'tiles' ? content.sections : none;
  const [search, setSearch] = React.useState('');
  const [filter, setFilter] = React.useState<ReadonlySet<Severity>>(everything);
  const [open, setOpen] = React.useState<string>();
  const close = React.useCallback(() => setOpen(undefined), []);
  const tiles = React.useMemo(() => sections.flatMap((section) => section.tiles), [sections]);
  const isFiltered = filter.size > 0;
  const counted = useSeverities(board.readings, tiles, true, countedEvery);
  const severities = useSeverities(board.readings, tiles, isFiltered);
  const shown = React.useMemo(() => {
    const isWanted = ({ key }: ArrangedTile): boolean => {
      const severity = severities.get(key);
      return severity !== undefined && filter.has(severity);
    };
    return arrangeSections(sections, search, isFiltered ? isWanted : undefined);
  }, [sections, search, severities, filter, isFiltered]);
  const mayEdit = content.status === 'tiles' || content.status === 'missing';
  const showAll = (): void => {
    setSearch('');
    setFilter(everything);
  };

  return (
    <BoardPage
      title={title}
      heading={
        onBoard && (boards.length > 1 || (mayEdit && onManage)) ? (
          <BoardSwitcher
            title={title}
            boards={boards}
            shown={shownBoard}
            onChoose={onBoard}
            onManage={mayEdit ? onManage : undefined}
          >
            {start && shownBoard !== undefined && boards.length > 1 ? (
              <StartBoardAction start={start} shown={shownBoard} />
            ) : null}
          </BoardSwitcher>
        ) : undefined
      }
      status={board.status}
      dataDocument={documents.data}
      isAdmin={isAdmin}
      choices={<BoardChoices board={board} />}
      tools={
        <>
          <BoardNotices layout={board.layout} status={board.status} isAdmin={isAdmin} />
          <span className="row-end" />
          {shown.all > 0 ? (
            <>
              <AttentionFilter
                status={board.status}
                severities={counted}
                filter={filter}
                onFilter={setFilter}
              />
              <BoardSearch search={search} onSearch={setSearch} shown={shown.shown} all={shown.all} />
            </>
          ) : null}
          <MoreActions>
            {onEdit && mayEdit ? (
              <Button type="button" onClick={onEdit}>
                {strings.text('Edit')}
              </Button>
            ) : null}
            <WallActions boards={sources.boards} onOpenWall={onOpenWall} />
          </MoreActions>
        </>
      }
    >
      <ErrorBoundary resetOn={layout}>
        {onBoard ? <BoardGone layout={layout} onChoose={onBoard} /> : null}
      </ErrorBoundary>
      <ErrorBoundary>
        {content.status === 'tiles' ? (
          <FirstData status={board.status} dataDocument={documents.data} />
        ) : null}
      </ErrorBoundary>
      <ErrorBoundary resetOn={shown}>
        <BoardContent content={content} documents={documents}>
          {shown.shown === 0 ? (
            <BoardMessage
              title={
                search.trim()
                  ? strings.text('NoTileFound', { search: search.trim() })
                  : strings.text('NothingNeedsAttention')
              }
            >
              <div>
                <Button type="button" onClick={showAll}>
                  {strings.text(isFiltered ? 'ShowAllTiles' : 'ClearSearch')}
                </Button>
              </div>
            </BoardMessage>
          ) : (
            <Board shown={shown} readings={board.readings} onOpen={setOpen} />
          )}
        </BoardContent>
      </ErrorBoundary>
      <ErrorBoundary>
        <BoardFooter version={version} />
        <Announcer readings={board.readings} />
      </ErrorBoundary>
      {open === undefined ? null : (
        <DialogBoundary onClose={close}>
          <OpenTile board={board} tile={open} onClose={close} sources={sources} />
        </DialogBoundary>
      )}
    </BoardPage>
  );
}

const none = [] as const;
const everything: ReadonlySet<Severity> = new Set();

/** In milliseconds: a count moves nothing, so it follows the tiles. */
const countedEvery = 1000;
