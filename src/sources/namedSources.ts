import { agents } from './agents/agents';
import type { DocumentSources, NamedSources } from './DashboardSources';
import { dashboardData } from './data/dashboardData';
import type { FlexSession, SourceKind } from './SourceKind';

/** All that formulas can read; one line each. */
const sourceKinds: readonly SourceKind[] = [dashboardData, agents()];

export const openNamedSources = (documents: DocumentSources, flex: FlexSession): NamedSources =>
  new Map(sourceKinds.map(({ name, open }) => [name, open(documents, flex)]));
