import { queueRealTimeStatistics } from './queueStatistics';
import { StatisticsLag } from './StatisticsLag';
import { agent, noon, smallContactCentre } from './testing/smallContactCentre';
import { workspaceStatistics } from './workspaceStatistics';

function lagging(seconds: number) {
  const centre = smallContactCentre([agent('ada', 'Break')]);
  const { contactCentre, now } = centre;
  const lag = new StatisticsLag(contactCentre.state, now);
  lag.seconds = seconds;
  return {
    ...centre,
    lag,
    pass(seconds: number) {
      centre.pass(seconds);
      lag.tick();
    },
    seen() {
      const window = { start: noon, end: now(), splits: [], now: now() };
      const { realtime, cumulative } = workspaceStatistics(lag.source(), window);
      const activity = realtime.activity_statistics.find(({ workers }) => workers > 0)?.friendly_name;
      return [
        realtime.total_tasks,
        realtime.longest_task_waiting_age,
        cumulative.tasks_created,
        activity,
        cumulative.end_time.slice(14, 19),
      ];
    },
  };
}

test('shows what happened once the lag has passed, not before, in both halves', () => {
  const { contactCentre, pass, seen } = lagging(3);
  pass(10);
  contactCentre.addTask();
  contactCentre.setWorkerActivity('ada', 'Meeting');
  expect(seen()).toEqual([0, 0, 0, 'Break', '00:10']);
  pass(0);
  pass(2.9);
  expect(seen()).toEqual([0, 0, 0, 'Break', '00:12']);
  pass(0.1);
  expect(seen()).toEqual([1, 3, 1, 'Meeting', '00:13']);
});

test('lets ages count to the present', () => {
  const { contactCentre, pass, seen } = lagging(3);
  contactCentre.addTask();
  pass(0);
  pass(60);
  expect(seen()).toEqual([1, 60, 1, 'Break', '01:00']);
});

test('shows everything at once given no lag', () => {
  const { contactCentre, seen, lag } = lagging(0);
  contactCentre.addTask();
  expect(seen()).toEqual([1, 0, 1, 'Break', '00:00']);
  expect(lag.source()).toBe(contactCentre.state);
});

test('starts from what there is when it is switched on, and forgets all when switched off', () => {
  const { contactCentre, seen, lag } = lagging(0);
  contactCentre.addTask();
  lag.seconds = 5;
  expect(seen()[0]).toBe(1);
  contactCentre.addTask();
  expect(seen()[0]).toBe(1);
  lag.seconds = 0;
  expect(seen()[0]).toBe(2);
});

test('counts nothing in a queue that came after what statistics see', () => {
  const { contactCentre, lag, now } = lagging(3);
  const queue = contactCentre.addQueue({ friendlyName: 'VIP', targetWorkers: '1==1' });
  contactCentre.addTask({ queue: 'VIP' });
  expect(queueRealTimeStatistics(lag.source(), [queue], { now: now() })[0]?.total_tasks).toBe(0);
});

test.each([-1, NaN, Infinity])('refuses a lag of %s', (seconds) => {
  expect(() => lagging(seconds)).toThrow(RangeError);
});
