import type * as Flex from '@twilio/flex-ui';
import type { FlexLogin } from '../views/wall/useFlexLogin';

const ends = ['tokenExpired', 'sessionInvalidated'];
const begins = ['tokenUpdated', 'sessionValidated'];

/** Flex's login as its events tell: it ends when the token has run out, or when the user logs in elsewhere and only one may stay. */
export function flexLogin({ events }: Pick<Flex.Manager, 'events'>): FlexLogin {
  const listeners = new Set<() => void>();
  let ended = false;
  const set = (value: boolean) => (): void => {
    if (ended === value) return;
    ended = value;
    listeners.forEach((listener) => listener());
  };
  // Plugins are initialised for as long as the page lives, so nobody ever stops to listen.
  for (const event of ends) events.addListener(event, set(true));
  for (const event of begins) events.addListener(event, set(false));

  return {
    hasEnded: () => ended,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
