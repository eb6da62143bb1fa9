import { englishTemplateTexts } from './englishTemplateTexts';
import { findTemplates } from './findTemplates';
import type { TemplateKey } from './templates';
import { reasonNotGiven } from './templateWords';

const entries = [
  { key: 'waiting', heading: 'Now', label: 'Waiting now', description: 'As Flex counts it.' },
  { key: 'queueWaiting', heading: 'Queues', label: 'L’Équipe: waiting', description: 'In one queue.' },
  { key: 'open', heading: 'Now', label: 'All open tasks', description: 'Waiting or not.' },
] as const;

it.each([
  ['', ['waiting', 'queueWaiting', 'open']],
  ['  ', ['waiting', 'queueWaiting', 'open']],
  ['WAIT', ['waiting', 'queueWaiting']],
  ['wait queues', ['queueWaiting']],
  ['equipe', ['queueWaiting']],
  ['now', ['waiting', 'open']],
  ['flex', ['waiting']],
  ['now or', ['open']],
  ['unicorn', []],
])('finds for %j in heading, label and other names, or else in the description: %j', (search, keys) => {
  expect(findTemplates(search, entries).found.map(({ key }) => key)).toEqual(keys);
});

it('offers what is nearest where nothing has all words', () => {
  const { found, isNearest } = findTemplates('waiting unicorn', entries);
  expect(found.map(({ key }) => key)).toEqual(['waiting', 'queueWaiting', 'open']);
  expect(isNearest).toBe(true);
});

describe('the words of supervisors', () => {
  const all = Object.entries(englishTemplateTexts).map(([key, [label, description]]) => ({
    key: key as TemplateKey,
    heading: '',
    label,
    description,
  }));
  it.each<[string, TemplateKey]>([
    ['calls waiting', 'waiting'],
    ['waiting calls', 'queueWaiting'],
    ['chats waiting', 'waiting'],
    ['callers', 'waiting'],
    ['SLA', 'serviceLevel'],
    ['ASA', 'speedOfAnswer'],
    ['average wait', 'speedOfAnswer'],
    ['lost calls', 'abandoned'],
    ['missed calls', 'offersMissed'],
    ['abandoned', 'abandonment'],
    ['abandon rate', 'abandonment'],
    ['answer rate', 'offersAccepted'],
    ['occupancy', 'occupancy'],
    ['utilization', 'occupancy'],
    ['longest wait', 'longestWait'],
    ['agents free', 'free'],
    ['idle', 'free'],
    ['busy', 'inProgress'],
    ['lunch', 'onBreak'],
    ['staffed', 'loggedIn'],
    ['transfers', 'queueMoved'],
    ['rona', 'offersMissed'],
    ['acw', 'wrapUp'],
    ['llamadas perdidas', 'abandoned'],
    ['ocupación', 'occupancy'],
  ])('%j finds %s', (search, key) => {
    const { found, isNearest } = findTemplates(search, all);
    expect(found.map((entry) => entry.key)).toContain(key);
    expect(isNearest).toBe(false);
  });

  it.each([
    ['AHT', 'GalleryNotTimes'],
    ['handle time', 'GalleryNotTimes'],
    ['on hold', 'GalleryNotTimes'],
    ['chats vs calls', 'GalleryNotChannels'],
    ['callback', 'GalleryNotCallbacks'],
    ['waiting', undefined],
    ['threshold', undefined],
  ])('%j says what cannot be told: %p', (search, reason) => {
    expect(reasonNotGiven(search)).toBe(reason);
  });
});
