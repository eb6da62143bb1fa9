import { startOptions } from './startOptions';

it('opens the browser on an ordinary day at port 3000 given nothing', () => {
  expect(startOptions([], {})).toEqual({
    port: 3000,
    scenario: 'ordinary-day',
    opensBrowser: true,
    watches: false,
  });
});

it.each([[['--scenario', 'still']], [['--scenario=still']]])('takes the scenario given %j', (args) => {
  expect(startOptions(args, {}).scenario).toBe('still');
});

it('opens no browser given --no-open, or CI in the environment', () => {
  expect(startOptions(['--no-open'], {}).opensBrowser).toBe(false);
  expect(startOptions([], { CI: 'true' }).opensBrowser).toBe(false);
});

it('watches given --watch', () => {
  expect(startOptions(['--watch'], {}).watches).toBe(true);
});

it('names the scenarios given one that does not exist', () => {
  expect(() => startOptions(['--scenario', 'busy'], {})).toThrow(
    /"busy".*ordinary-day, lunch-rush, quiet-night, outage, still/,
  );
});

it('asks for a name given --scenario alone', () => {
  expect(() => startOptions(['--scenario'], {})).toThrow('--scenario needs a value');
});

it('takes the usual port given an empty PORT', () => {
  expect(startOptions([], { PORT: '' }).port).toBe(3000);
});

it('names the options given one that does not exist', () => {
  expect(() => startOptions(['--fast'], {})).toThrow(/"--fast"[^]*--scenario NAME.*--no-open.*--watch/);
});

it.each(['0', '65535', '-1', '3.5', 'http'])('says what PORT must be given %s', (PORT) => {
  expect(() => startOptions([], { PORT })).toThrow(/from 1 to 65534/);
});

it.each([['1'], ['65534']])('takes the port given %s', (PORT) => {
  expect(startOptions([], { PORT }).port).toBe(Number(PORT));
});
