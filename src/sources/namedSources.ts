import type { DocumentSources, NamedSources } from './DashboardSources';
import { dashboardData } from './data/dashboardData';
import type { SourceKind } from './SourceKind';

/** All that formulas can read; one line each. */
const sourceKinds: readonly SourceKind[] = [dashboardData];

export const openNamedSources = (documents: DocumentSources): NamedSources =>
  new Map(sourceKinds.map(({ name, open }) => [name, open(documents)]));
