import type { Control } from '../../e2e/support/control';
import type { MetricDefinitions } from '../../src/schema/metricDefinition';
import type { Truth, TruthLog } from './TruthLog';

const metric = (label: string, formula: string, increment = false) => ({
  metric: { label, formula: `data.workspace_statistics.realtime.${formula}`, increment },
});

/** A tile for each number of `Truth`. */
export const soakDefinitions: MetricDefinitions = {
  waiting: metric('Waiting', 'tasks_by_status.pending'),
  reserved: metric('Reserved', 'tasks_by_status.reserved'),
  total: metric('Tasks', 'total_tasks'),
  available: metric(
    'Available',
    "activity_statistics.find((activity) => activity.friendly_name === 'Available').workers",
  ),
  longest: metric('Longest waiting', 'longest_task_waiting_age', true),
};

interface State {
  readonly tasks: readonly { readonly sid: string; readonly status: string }[];
  readonly workers: readonly { readonly friendlyName: string; readonly activityName: string }[];
}

/** How many tasks there may be before the day starts all over. */
const mostTasks = 60;

/** A contact centre in which something happens only when it is told to, so that what is true can be known at any moment. */
export class ChangingContactCentre {
  private readonly createdAt = new Map<string, number>();
  private last: State = { tasks: [], workers: [] };

  constructor(
    private readonly control: Control,
    private readonly stateUrl: string,
    private readonly log: TruthLog,
    private readonly random: () => number,
  ) {}

  /** Looks at what is true. */
  async look(): Promise<Truth> {
    const from = Date.now();
    const state = (await (await fetch(this.stateUrl)).json()) as State;
    this.last = state;
    for (const { sid } of state.tasks) if (!this.createdAt.has(sid)) this.createdAt.set(sid, from);
    const pending = state.tasks.filter(({ status }) => status === 'pending');
    const reserved = state.tasks.filter(({ status }) => status === 'reserved').length;
    const truth: Truth = {
      waiting: pending.length,
      reserved,
      total: pending.length + reserved,
      available: state.workers.filter(({ activityName }) => activityName === 'Available').length,
      waitingSince:
        pending.length === 0
          ? undefined
          : Math.min(...pending.map(({ sid }) => this.createdAt.get(sid) ?? NaN)),
    };
    this.log.add(from, Date.now(), truth);
    return truth;
  }

  /** Lets one thing happen: a task comes, an agent comes or goes, or all starts over. */
  async change(): Promise<void> {
    const { workers, tasks } = this.last;
    const worker = workers[Math.floor(this.random() * workers.length)];
    if (tasks.length >= mostTasks) {
      await this.control.post('scenario', { name: 'still' });
      this.createdAt.clear();
    } else if (this.random() < 0.4 || !worker) {
      await this.control.post('tasks', { count: 1 });
    } else {
      const activity = worker.activityName === 'Available' ? 'Unavailable' : 'Available';
      await this.control.post('worker-activity', { worker: worker.friendlyName, activity });
    }
    await this.look();
  }
}
