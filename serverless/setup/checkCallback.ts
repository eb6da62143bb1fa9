import { eventsOf, missingEvents } from '../src/eventsFilter';
import { fine, note, wrong, type Finding } from './Finding';
import { eventUrl, isOurs, type AccountState, type Deployed } from './readAccountState';

/** Whether TaskRouter tells our Function what happens, and only what matters. */
export function checkCallback(
  state: AccountState,
  deployed: Deployed,
  setupCommand: string,
): readonly Finding[] {
  const { callbackUrl, eventsFilter } = state.workspace;
  const url = eventUrl(deployed.domain);
  if (callbackUrl === '') {
    return [wrong('The workspace has no event callback URL, so nothing starts a collection.', setupCommand)];
  }
  if (callbackUrl.split('#')[0] === url) {
    return [fine(`The event callback URL is ${url}`), checkFilter(eventsFilter, setupCommand)];
  }
  if (isOurs(callbackUrl, state)) {
    return [
      wrong(
        `The event callback URL is that of another environment: ${callbackUrl}`,
        `If this environment should collect: ${setupCommand}`,
      ),
    ];
  }
  // Whether the other app forwards its events cannot be seen from here.
  return [
    note(
      `The event callback belongs to another app (${callbackUrl}); unless it forwards its events to ${url}, data is collected only as open dashboards ask for it`,
    ),
  ];
}

/** Whether events go to an app that is not ours, so that data may be collected only as open dashboards ask for it. */
export function goesToAnotherApp(state: AccountState): boolean {
  const { callbackUrl } = state.workspace;
  return callbackUrl !== '' && !isOurs(callbackUrl, state);
}

function checkFilter(filter: string, setupCommand: string): Finding {
  const events = eventsOf(filter);
  if (!events) {
    return wrong(
      'EventsFilter is empty, so every event is posted, also those that change no number; each costs a call of the Function.',
      setupCommand,
    );
  }
  const missing = missingEvents(filter);
  return missing.length === 0
    ? fine(`EventsFilter lets through what changes numbers (${events.length} kinds of events)`)
    : wrong(
        `EventsFilter keeps back ${missing.join(', ')}; numbers change and nobody collects.`,
        setupCommand,
      );
}
