import * as React from 'react';

/** What Flex's own Teams View can be asked for. */
export interface TeamsView {
  /** Shows an agent beside the list. */
  readonly openAgent: (sid: string) => void;
  /** Shows the list of those in these activities. */
  readonly showActivities: (names: readonly string[]) => void;
}

/** Undefined where there is no Teams View, as in tests and previews. */
export const TeamsViewContext = React.createContext<TeamsView | undefined>(undefined);
