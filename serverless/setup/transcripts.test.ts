import { readFileSync } from 'node:fs';
import path from 'node:path';
import { documents, EmulatedAccount, eventUrl, type Outcome } from './testing/EmulatedAccount';

const read = (file: string): string => readFileSync(path.join(__dirname, '../../docs', file), 'utf8');
const page = read('setup.md');
const othersUrl = 'https://other-app.example.com/events';

let twilio: EmulatedAccount;
beforeAll(async () => {
  twilio = await EmulatedAccount.start();
});
afterAll(() => twilio.stop());
beforeEach(() => twilio.makeFresh());

/** What differs from run to run or account to account, and what a person types. */
const withoutChance = (text: string): string =>
  text
    .replace(/\b(AC|WS|IS)[0-9a-f]{32}/g, '$1…')
    .replace(/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z/g, 'TIME')
    .replace(/The data is \d+ s old/g, 'The data is N s old')
    .replace(/(dashboard-[\w-]+) takes \d+ of/g, '$1 takes N of')
    .replace(/take at most \d+ of/g, 'take at most N of')
    .replace(
      /kept since \S+: \d+ days? in \d+ documents, \d+ KiB/g,
      'kept since TIME: N days in N documents, N KiB',
    )
    .replace(/\d+ of \d+ quarter-hours (.*) at \d+ calls/g, 'N of N quarter-hours $1 at N calls')
    .replace(/\(\d+ tasks, \d+ h\) takes .*/g, '(N tasks, N h) takes N')
    .replace(/(The past adds) .*/g, '$1 N')
    .replace(/(plugin-flex-realtime-dashboard) \d+\.\d+\.\d+/g, '$1 VERSION')
    .replace(/\[y\/N\] y?$/gm, '[y/N]')
    .trim();

/** The transcripts of docs/setup.md under a heading, without the commands. */
function transcripts(heading: string): readonly string[] {
  const section = page.split(/^#+ /m).find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/^```text\n\$ [^\n]*\n([^]*?)^```$/gm)].map(([, text = '']) =>
    withoutChance(text),
  );
}

const shown = ({ output }: Outcome): string => withoutChance(output);
const setup = (words: readonly string[], answer = ''): Promise<Outcome> =>
  twilio.run('setup', [...words, '--backups', path.join(twilio.folder, 'setup/backups')], { answer });

test('the transcripts of a fresh account are what the commands print', async () => {
  const installed = await setup(['dev'], 'y\n');
  await twilio.addTask();
  const examined = await twilio.doctor();

  expect([shown(installed), shown(examined)]).toEqual(transcripts('On a fresh account'));
});

test('the transcript of an installed account is what the command prints', async () => {
  await setup(['dev'], 'y\n');

  expect([shown(await setup(['dev']))]).toEqual(transcripts('On an account where it is installed'));
});

test("the transcripts beside another app's callback are what the commands print", async () => {
  await twilio.setCallback(othersUrl, '');
  const installed = await setup(['dev', '--yes']);
  const examined = await twilio.doctor();

  expect([shown(installed), shown(examined)]).toEqual(transcripts('Where another app has the callback'));
});

test("the code that forwards another app's events brings data", async () => {
  const [, code = ''] = /```js\n([^]*?)```/.exec(read('deploying.md')) ?? [];
  let sent: { url: string; init: { body: URLSearchParams; headers: Record<string, string> } } | undefined;
  const fetch = async (url: string, init: NonNullable<typeof sent>['init']): Promise<void> => {
    sent = { url, init };
  };
  const forwardEvent = new Function('require', 'fetch', `${code}; return forwardEvent;`)(require, fetch) as (
    context: object,
    event: object,
  ) => Promise<void>;

  const event = { request: { headers: {} }, EventType: 'task.created', TaskAge: '0' };
  await forwardEvent({ AUTH_TOKEN: twilio.authToken }, event);
  if (!sent) throw new Error('Nothing was sent');
  const { url, init } = sent;

  expect(url).toBe(eventUrl);
  expect(await twilio.postToFunction(url, init.body.toString(), init.headers)).toBe(204);
  expect(await twilio.document(documents.data)).toMatchObject({ version: 1 });
});
