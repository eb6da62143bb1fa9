import { didYouMean } from './didYouMean';

describe('didYouMean', () => {
  test.each([
    ['total_taskz', ['total_workers', 'total_tasks'], ' Did you mean "total_tasks"?'],
    ['toatl_tasks', ['total_tasks'], ' Did you mean "total_tasks"?'],
    ['totaltasks', ['total_tasks'], ' Did you mean "total_tasks"?'],
    ['total_tas', ['total_tasks'], ' Did you mean "total_tasks"?'],
    ['Total Tasks', ['total_tasks'], ' Did you mean "total_tasks"?'],
    ['LUNCH-BREAK', ['Lunch Break'], ' Did you mean "Lunch Break"?'],
    ['mpa', ['at', 'map'], ' Did you mean "map"?'],
    ['x', ['y'], ''],
    ['ab', ['ba'], ''],
    ['Siesta', ['Offline', 'Available'], ''],
    ['Lunch', ['Lunch Break'], ''],
    ['anything', [], ''],
    ['', ['a'], ''],
    ['longest_task_watng_ag', ['longest_task_waiting_age'], ' Did you mean "longest_task_waiting_age"?'],
    ['lngst_tsk_wtng_g', ['longest_task_waiting_age'], ''],
  ])('of %j among %j is %j', (wrong, names, suggestion) => {
    expect(didYouMean(wrong, names)).toBe(suggestion);
  });

  test('prefers the name with the fewest mistakes', () => {
    expect(didYouMean('tasks_cancelled', ['tasks_completed', 'tasks_canceled', 'tasks_created'])).toBe(
      ' Did you mean "tasks_canceled"?',
    );
  });

  test('looks at a bounded number of names', () => {
    const names = [...Array.from({ length: 200 }, (_, i) => `other ${i}`), 'total_tasks'];
    expect(didYouMean('total_taskz', names)).toBe('');
  });
});
