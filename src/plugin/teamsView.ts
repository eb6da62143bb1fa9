import type * as Flex from '@twilio/flex-ui';
import type { TeamsView } from '../views/desk/TeamsView';

/** Flex's own Teams View, by its actions. */
export const teamsView = ({ Actions }: Pick<typeof Flex, 'Actions'>): TeamsView => {
  const open = async (): Promise<void> => Actions.invokeAction('NavigateToView', { viewName: 'teams' });
  const inTurn = async (steps: readonly (() => Promise<void>)[]): Promise<void> => {
    for (const step of steps) await step();
  };
  // Flex itself says when one of its actions fails.
  const start = (...steps: readonly (() => Promise<void>)[]): void =>
    void inTurn(steps).catch(() => undefined);
  return {
    // A worker alone is enough for the action, also one that the view has not loaded.
    openAgent: (sid) =>
      start(open, async () => Actions.invokeAction('SelectWorkerInSupervisor', { worker: { sid } })),
    showActivities: (names) =>
      start(open, async () =>
        Actions.invokeAction('ApplyTeamsViewFilters', {
          filters: [{ name: 'data.activity_name', condition: 'IN', values: names }],
        }),
      ),
  };
};
