import { availableIn, missingReferences } from './missingReferences';
import { busyDay } from './test-data/exampleDays';

it.each([
  ["queue('Support').realtime.total_tasks + activity('Break')", []],
  ["queue('Old').realtime.total_tasks", ['queue Old']],
  ["waiting() > 100 ? queue('Old').sid : 0", ['queue Old']],
  ["waiting('Old') + waiting('Old')", ['queue Old']],
  ["serviceLevel(['Support', 'Old', 'Older'], 20)", ['queue Old', 'queue Older']],
  ["serviceLevel('Support', 30)", ['seconds 30']],
  ['serviceLevel(data, 20)', []],
  ["data.workspace_statistics.cumulative.split_by_wait_time['30'].below", ['seconds 30']],
  ["data.workspace_statistics.cumulative.split_by_wait_time['5'].below", []],
  ["activity('Siesta')", ['activity Siesta']],
  ["activity('Support')", ['activity Support']],
  ["data.queues.find((q) => q.friendly_name === 'Old').sid", ['name Old']],
  ["data.queues.filter((q) => q.friendly_name !== 'Old').length", []],
  ["activity('Sie' + 'sta')", []],
  ["((queue) => queue('Old'))((name) => name)", []],
  ["((waiting) => waiting('Old'))(queue)", []],
  ["waiting(true ? 'Support' : 'Old')", ['queue Old']],
  ["longestWait(['Support', ...['Old']])", ['queue Old']],
  ["waiting('Support\u00a0')", []],
  ['not a formula (', []],
])('finds in %s: %j', (formula, found) => {
  expect(missingReferences(formula, availableIn(busyDay)).map(({ kind, name }) => `${kind} ${name}`)).toEqual(
    found,
  );
});

it.each([undefined, null])('finds nothing while the data is %j', (data) => {
  expect(missingReferences("queue('Old') + serviceLevel('Old', 7)", availableIn(data))).toEqual([]);
});
