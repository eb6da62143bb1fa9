import { helpForBrowser, type Machine } from './helpForBrowser';

const having =
  (...commands: readonly string[]) =>
  (command: string): boolean =>
    commands.includes(command);

const debian: Machine = { isRoot: false, distribution: 'debian', has: having('apt-get', 'sudo') };
const general = 'Install Google Chrome or Chromium, or set CHROME_PATH to where one is.';

it.each<[string, string, Partial<Machine>, string]>([
  ['with sudo', 'linux', {}, 'This helps: sudo apt-get update && sudo apt-get install -y chromium'],
  ['as root', 'linux', { isRoot: true }, 'This helps: apt-get update && apt-get install -y chromium'],
  ['without sudo', 'linux', { has: having('apt-get') }, general],
  ['without apt', 'linux', { has: having('dnf', 'sudo') }, general],
  ['on Ubuntu', 'linux', { distribution: 'ubuntu' }, general],
  [
    'on macOS with Homebrew',
    'darwin',
    { has: having('brew') },
    'This helps: brew install --cask google-chrome',
  ],
  ['on macOS without it', 'darwin', { has: having() }, general],
  ['on Windows', 'win32', { has: having() }, general],
])('names what helps %s', (_where, platform, machine, sentence) => {
  expect(helpForBrowser(platform, { ...debian, ...machine })).toBe(sentence);
});
