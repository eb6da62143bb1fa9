import { findRecipes } from './findRecipes';

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
])('finds for %j in heading and label, or else in the description: %j', (search, keys) => {
  expect(findRecipes(search, entries).map(({ key }) => key)).toEqual(keys);
});
