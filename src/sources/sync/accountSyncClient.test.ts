import type { SyncClient } from 'twilio-sync';
import { openAccountSyncClient } from './accountSyncClient';

/** Flex's own class, whichever that is. */
class FlexSyncClient {
  readonly tokens: string[];
  isShutDown = false;

  constructor(token: string) {
    this.tokens = [token];
  }

  updateToken(token: string): Promise<void> {
    this.tokens.push(token);
    return Promise.resolve();
  }

  shutdown(): Promise<void> {
    this.isShutDown = true;
    return Promise.resolve();
  }
}

it("opens a client of the same class as Flex's, with Flex's token, and follows that until it is closed", () => {
  let renew: (token: string) => void = () => undefined;
  const forget = jest.fn();
  const flexClient = new FlexSyncClient('of Flex');
  const { client, close } = openAccountSyncClient(flexClient as unknown as SyncClient, {
    token: () => 'first',
    onTokenUpdated(listener) {
      renew = listener;
      return forget;
    },
  });
  const opened = client as unknown as FlexSyncClient;
  expect(opened).toBeInstanceOf(FlexSyncClient);
  expect(opened).not.toBe(flexClient);
  renew('second');
  expect(opened.tokens).toEqual(['first', 'second']);
  close();
  expect([opened.isShutDown, forget.mock.calls.length]).toEqual([true, 1]);
});
