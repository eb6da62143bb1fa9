import * as React from 'react';
import { SkeletonLoader } from '../../paste/SkeletonLoader';
import { useStrings } from '../../strings/StringsContext';
import { BoardMessage, Name } from './BoardMessage';
import type { BoardContent as Content } from '../board/boardState';
import { TileGrid } from '../../visuals/TileGrid';

export interface BoardContentProps {
  readonly content: Content;
  /** Names of the Sync documents, for messages. */
  readonly documents: { readonly data: string; readonly definitions: string };
  /** The tiles, where there are any. */
  readonly children: React.ReactNode;
}

/** The tiles, or in their place what keeps them from being there. */
export function BoardContent({ content, documents, children }: BoardContentProps): React.ReactElement {
  const strings = useStrings();
  const document = <Name>{documents.definitions}</Name>;
  const file = <Name>default_stats.json</Name>;
  if (content.status === 'loading') return <LoadingTiles />;
  if (content.status === 'missing') {
    return (
      <BoardMessage title={strings.text('NoDocuments')}>
        <p>{strings.rich('NoDocumentsCause', { document })}</p>
        <p>{strings.rich('NoDocumentsCure', { file, data: <Name>{documents.data}</Name> })}</p>
      </BoardMessage>
    );
  }
  if (content.status === 'failed') {
    return (
      <BoardMessage title={strings.text('CannotBeRead')}>
        <p>{strings.rich('CannotBeReadCause', { document, problem: content.problem })}</p>
        <p>{strings.text('CannotBeReadCure')}</p>
      </BoardMessage>
    );
  }
  if (content.sections.length === 0) {
    return (
      <BoardMessage title={strings.text('NoDefinitions')}>
        <p>{strings.rich('NoDefinitionsCure', { document, file })}</p>
      </BoardMessage>
    );
  }
  return <>{children}</>;
}

function LoadingTiles(): React.ReactElement {
  const strings = useStrings();
  return (
    <TileGrid role="status" aria-label={strings.text('LoadingDashboard')}>
      {Array.from({ length: 12 }, (_, index) => (
        <SkeletonLoader key={index} height="132px" />
      ))}
    </TileGrid>
  );
}
