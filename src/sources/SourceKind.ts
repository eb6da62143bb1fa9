import type { SyncClient } from 'twilio-sync';
import type { AgentSettings } from './agents/Agent';
import type { DocumentSources } from './DashboardSources';
import type { Source } from './Source';

/** A source that formulas read by its name. */
export interface SourceKind {
  /** `data` is the dashboard data itself; every other source stands within it, as `agents` in `data.agents`. */
  readonly name: string;
  /** Called once. The source works while the documents are in use, or while somebody subscribes to it. */
  open(documents: DocumentSources, flex: FlexSession): Source<unknown>;
}

/** What sources ask of Flex, at each moment: Flex replaces its client at times. */
export interface FlexSession {
  insightsClient(): SyncClient | undefined;
  /** The workspace's activities. */
  activities(): Iterable<{ readonly name: string; readonly available: boolean }>;
  readonly agentSettings: AgentSettings;
}
