import { definitionFrom, proposed } from './definitionFrom';
import { boardsQueue } from './fillIn';

it('makes a metric of a template with what it proposes', () => {
  expect(definitionFrom('queueWaiting', proposed('queueWaiting', { queue: 'Support' }), 'en-GB')).toEqual({
    label: 'Support: waiting',
    formula: "waiting('Support')",
    format: 'number',
    firstThresholdValue: 5,
    firstThresholdStyle: 'Warn',
    secondThresholdValue: 10,
    secondThresholdStyle: 'Error Strong',
    description: 'Tasks in one queue that no agent has taken yet.',
  });
});

it('turns thresholds round where more is better, and asks for a sample', () => {
  expect(
    definitionFrom('queueServiceLevel', proposed('queueServiceLevel', { queue: 'Q', within: 20 }), 'es-MX'),
  ).toMatchObject({
    label: 'Q: nivel de servicio 20 s',
    firstThresholdValue: 90,
    secondThresholdValue: 60,
    invertThresholds: true,
    // All tasks that the percentage is of: those that were abandoned too, or nothing would alarm when nobody answers.
    sampleFormula:
      "((split) => sum([split.below.reservations_accepted, split.above.reservations_accepted, split.above.tasks_canceled]))(queue('Q').cumulative.split_by_wait_time['20'])",
    minimumSample: 10,
  });
});

it('leaves out thresholds that nobody wants, and what belongs to them', () => {
  const metric = definitionFrom(
    'serviceLevel',
    { values: { within: 20 }, warnAt: undefined, alarmAt: undefined },
    'en',
  );
  expect(Object.keys(metric)).toEqual(['label', 'formula', 'format', 'description']);
});

it.each([
  ['  Phones ', 'Phones'],
  [' ', 'Waiting now'],
])('names it %j as %s', (label, expected) => {
  const decisions = { ...proposed('waiting', {}), label };
  expect(definitionFrom('waiting', decisions, 'en').label).toBe(expected);
});

it('keeps a threshold of 0', () => {
  expect(definitionFrom('unstaffedQueues', proposed('unstaffedQueues', {}), 'en')).toMatchObject({
    secondThresholdValue: 0,
  });
});

it('reads the queue that is chosen on the board', () => {
  const metric = definitionFrom('queueWaiting', proposed('queueWaiting', { queue: boardsQueue }), 'en');
  expect(metric).toMatchObject({ label: 'Chosen queue: waiting', formula: 'waiting(board.queue)' });
});
