import { SkeletonLoader } from '@twilio-paste/core/skeleton-loader';
import * as React from 'react';
import type { DashboardSnapshot } from '../dashboard-source/DashboardSource';
import { parseMetricDefinitions, type ParsedDefinition } from '../metric/parseMetricDefinitions';
import { BoardMessage, Name } from './BoardMessage';
import { MetricTile } from './MetricTile';
import { TileGrid } from './TileGrid';
import { useColourTokens } from './useColourTokens';
import { useCompiledFormulas } from './useCompiledFormulas';
import { useReadings } from './useReadings';

export interface BoardProps {
  readonly snapshot: DashboardSnapshot;
  readonly now: number;
  readonly documents: { readonly data: string; readonly definitions: string };
}

const nothing: readonly ParsedDefinition[] = [];

/** The tiles, or in their place what keeps them from being there. */
export function Board({ snapshot, now, documents }: BoardProps): React.ReactElement {
  const { definitions, data, connection } = snapshot;
  const colours = useColourTokens();
  const isColourToken = React.useCallback((name: string) => colours.has(name), [colours]);
  const saved = definitions.status === 'present' ? definitions.value : undefined;
  const parsed = React.useMemo(() => parseMetricDefinitions(saved), [saved]);
  const isCompiled = useCompiledFormulas(parsed);
  const readings = useReadings(isCompiled ? parsed : nothing, {
    data: data.status === 'present' ? data.value : undefined,
    now,
    isColourToken,
  });

  if (definitions.status === 'loading' || !isCompiled) return <LoadingTiles />;
  if (definitions.status === 'missing') {
    return (
      <BoardMessage title="No documents yet">
        <p>
          There is no Sync document <Name>{documents.definitions}</Name> in this account, so there is nothing
          to show.
        </p>
        <p>
          If you set up this dashboard: create it in the Default Sync service with the contents of{' '}
          <Name>default_stats.json</Name>, and deploy the Function that writes <Name>{documents.data}</Name>.
          The README says how, step by step. This page notices by itself; there is no need to reload.
        </p>
      </BoardMessage>
    );
  }
  if (definitions.status === 'failed') {
    return (
      <BoardMessage title="The dashboard cannot be read">
        <p>
          Reading the Sync document <Name>{documents.definitions}</Name> failed: {definitions.problem}
        </p>
        <p>It is tried again every few seconds.</p>
      </BoardMessage>
    );
  }
  if (readings.length === 0) {
    return (
      <BoardMessage title="No definitions">
        <p>
          The Sync document <Name>{documents.definitions}</Name> defines no metric. Put in the contents of{' '}
          <Name>default_stats.json</Name>, or a metric of your own; tiles appear at once.
        </p>
      </BoardMessage>
    );
  }
  return (
    <TileGrid role="list" aria-label="Metrics">
      {readings.map((reading) => (
        <div role="listitem" key={reading.key}>
          <MetricTile reading={reading} isStale={connection === 'disconnected'} colours={colours} />
        </div>
      ))}
    </TileGrid>
  );
}

function LoadingTiles(): React.ReactElement {
  return (
    <TileGrid role="status" aria-label="Loading the dashboard">
      {Array.from({ length: 12 }, (_, index) => (
        <SkeletonLoader key={index} height="132px" borderRadius="borderRadius30" />
      ))}
    </TileGrid>
  );
}
