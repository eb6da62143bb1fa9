import { EventEmitter } from 'node:events';
import type { Manager } from '@twilio/flex-ui';
import { flexLogin } from './flexLogin';

const stage = () => {
  const events = new EventEmitter();
  return { events, login: flexLogin({ events: events as unknown as Manager['events'] }) };
};

it('has not ended while a plugin is initialised, which Flex does after a login only', () => {
  expect(stage().login.hasEnded()).toBe(false);
});

it.each([
  ['tokenExpired', 'tokenUpdated'],
  ['sessionInvalidated', 'sessionValidated'],
])('ends with %s and goes on with %s, and calls back for each', (end, begin) => {
  const { events, login } = stage();
  const onChange = jest.fn();
  login.subscribe(onChange);
  events.emit(begin); // as Flex does each time that it renews its token
  expect(onChange).not.toHaveBeenCalled();
  events.emit(end);
  events.emit(end);
  expect([login.hasEnded(), onChange.mock.calls.length]).toEqual([true, 1]);
  events.emit(begin);
  expect([login.hasEnded(), onChange.mock.calls.length]).toEqual([false, 2]);
});

it('calls nobody back who has left', () => {
  const { events, login } = stage();
  const onChange = jest.fn();
  login.subscribe(onChange)();
  events.emit('tokenExpired');
  expect(onChange).not.toHaveBeenCalled();
});
