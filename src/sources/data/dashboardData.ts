import type { SourceKind } from '../SourceKind';

/** What the collector wrote. It says itself when it was collected. */
export const dashboardData: SourceKind = { name: 'data', open: ({ data }) => data };
