import type { Faults } from '../faults';
import type { ContactCentre } from '../taskrouter/ContactCentre';
import type { Worker } from '../taskrouter/contactCentreState';
import type { ContactCentreEvent } from '../taskrouter/ContactCentreEvents';
import { targetExpression } from '../taskrouter/targetExpression';
import type { Arrivals, Gathering, Outage, Rush, Scenario, ScenarioLife, Span } from './Scenario';
import { ScenarioClock } from './ScenarioClock';
import type { SetTimer } from './ScenarioClock';

export interface ScenarioSurroundings {
  /** Milliseconds since 1970 */
  readonly now: () => number;
  /** From 0 (included) to 1 (not included) */
  readonly random: () => number;
  readonly setTimer: SetTimer;
  /** Where outages are ordered; they end with the scenario. */
  readonly faults: Pick<Faults, 'order' | 'cutSockets'>;
}

export interface RunningScenario {
  stop(): void;
  /** How many times as often things happen; 0 pauses. Waiting ages and TaskRouter's own time-outs run true at any pace. */
  setPace(multiplier: number): void;
}

/** Lets a contact centre live as the scenario says. It must have the scenario's population. */
export function startScenario(
  contactCentre: ContactCentre,
  scenario: Scenario,
  { now, random, setTimer, faults }: ScenarioSurroundings,
): RunningScenario {
  const clock = new ScenarioClock(now, setTimer);
  const end = scenario.life
    ? live(
        contactCentre,
        new Set(
          scenario.population.workers
            .filter(({ queues }) => queues.length > 0)
            .map(({ friendlyName }) => friendlyName),
        ),
        scenario.life,
        clock,
        random,
        faults,
      )
    : () => undefined;
  return {
    stop() {
      end();
      clock.stop();
    },
    setPace: (multiplier) => clock.setPace(multiplier),
  };
}

/** Starts all that happens; returns the function that ends the agents' and customers' reactions, and the outages. */
function live(
  contactCentre: ContactCentre,
  agents: ReadonlySet<string>,
  life: ScenarioLife,
  clock: ScenarioClock,
  random: () => number,
  faults: ScenarioSurroundings['faults'],
): () => void {
  const draw = ([least, most]: Span): number => least + random() * (most - least);
  const untilNext = (perMinute: number): number => (-Math.log(1 - random()) * 60) / perMinute;
  /** Patience of the task that is being added, where a rush says more than the channel's usual. */
  let patience: Span | undefined;
  /** Agents who could leave: nobody walks off while a task is being offered to them. */
  const free = (): Readonly<Worker>[] => {
    const offered = contactCentre.reservations().filter(({ status }) => status === 'pending');
    return contactCentre
      .workers()
      .filter(
        ({ sid, available, friendlyName }) =>
          available && agents.has(friendlyName) && !offered.some(({ workerSid }) => workerSid === sid),
      );
  };
  /** Gatherings that nobody comes back from yet, in scenario seconds. */
  const underWay = new Set<{ readonly gathering: Gathering; readonly ends: number }>();

  const leave = (worker: Readonly<Worker>, activity: string): boolean => {
    if (!contactCentre.activities().some(({ friendlyName }) => friendlyName === activity)) return false;
    contactCentre.setWorkerActivity(worker.sid, activity);
    return true;
  };
  /** Only whoever is still where the scenario sent them comes back: somebody else may have moved them since. */
  const comeBack = (worker: Readonly<Worker>, from: string): void => {
    if (contactCentre.worker(worker.sid).activityName !== from) return;
    const call = [...underWay].find(
      ({ gathering }) => gathering.activity !== from && isCalled(worker, gathering),
    );
    if (call && leave(worker, call.gathering.activity)) {
      return clock.after(call.ends - clock.seconds() + random() * call.gathering.backWithin, () =>
        comeBack(worker, call.gathering.activity),
      );
    }
    contactCentre.setWorkerActivity(worker.sid, 'Available');
  };

  /** Queues that were added for the same people share what comes in. */
  const oneOf = (queue: string): string => {
    const same = contactCentre
      .queues()
      .filter(({ targetWorkers }) => targetWorkers === targetExpression(queue));
    return same.length < 2 ? queue : (same[Math.floor(random() * same.length)]?.sid ?? queue);
  };

  const arrive = ({ channel, queue, priority, perMinute }: Arrivals): void => {
    clock.after(untilNext(perMinute), () => {
      contactCentre.addTask({ channel, queue: oneOf(queue), priority, attributes: { queue, type: channel } });
      arrive({ channel, queue, priority, perMinute });
    });
  };

  const pause = (): void => {
    clock.after(untilNext(life.pauses.perMinute), () => {
      const candidates = free();
      const worker = candidates[Math.floor(random() * candidates.length)];
      const activity = choose(life.pauses.activities, random());
      if (worker && leave(worker, activity)) {
        clock.after(draw(life.pauses.lastSeconds), () => comeBack(worker, activity));
      }
      pause();
    });
  };

  const rush = ({ from, to, channel, queue, tasks, patienceSeconds }: Rush): void => {
    for (let number = 0; number < tasks; number += 1) {
      clock.after(from + ((to - from) * number) / tasks, () => {
        patience = patienceSeconds;
        contactCentre.addTask({ channel, queue: oneOf(queue), attributes: { queue, type: channel } });
        patience = undefined;
      });
    }
  };

  const gather = (gathering: Gathering): void => {
    const { from, to, leaves, activity, backWithin } = gathering;
    const call = { gathering, ends: clock.seconds() + to };
    clock.after(from, () => underWay.add(call));
    clock.after(to, () => underWay.delete(call));
    for (let second = from; second < to; second += 1) {
      clock.after(second, () => {
        const there = free().filter((worker) => isCalled(worker, gathering));
        there.slice(leaves, leaves + 3).forEach((worker) => {
          if (leave(worker, activity)) {
            clock.after(to - second + random() * backWithin, () => comeBack(worker, activity));
          }
        });
      });
    }
  };

  const endings = new Set<() => void>();
  const breakDown = ({ from, to, failing, cutsSockets }: Outage): void => {
    clock.after(from, () => {
      const withdrawals = failing.map((target) =>
        faults.order({ target, times: Infinity, status: 503, code: 20_503 }),
      );
      if (cutsSockets) faults.cutSockets(to - from);
      const end = (): void => {
        withdrawals.forEach((withdraw) => withdraw());
        endings.delete(end);
      };
      endings.add(end);
      clock.after(to - from, end);
    });
  };

  const startWave = (): void => {
    life.wave.rushes.forEach(rush);
    life.wave.gatherings.forEach(gather);
    life.wave.outages.forEach(breakDown);
    clock.after(life.wave.everySeconds, startWave);
  };

  const react = ({ type, task, reservation, worker }: ContactCentreEvent): void => {
    if (type === 'task.created' && task) {
      clock.after(draw(patience ?? life.patienceSeconds[task.channel]), () =>
        giveUp(contactCentre, task.sid),
      );
    }
    if (!reservation || !worker || !agents.has(worker.friendlyName)) return;
    if (type === 'reservation.created') {
      const mood = random();
      if (mood < life.missedShare) return;
      const rejects = mood < life.missedShare + life.rejectedShare;
      clock.after(draw(life.answerSeconds), () => answer(contactCentre, reservation.sid, rejects));
    }
    if (type === 'reservation.accepted' && task) {
      clock.after(draw(life.handleSeconds[task.channel]), () => {
        if (statusOf(contactCentre, task.sid) !== 'assigned') return;
        contactCentre.wrapUpTask(task.sid);
        clock.after(draw(life.wrapUpSeconds), () => {
          if (statusOf(contactCentre, task.sid) === 'wrapping') contactCentre.completeTask(task.sid);
        });
      });
    }
    if (type === 'reservation.timeout') {
      clock.after(draw(life.pauses.lastSeconds), () => comeBack(worker, 'Offline'));
    }
  };

  life.arrivals.forEach(arrive);
  pause();
  startWave();
  const unsubscribe = contactCentre.subscribe(react);
  return () => {
    unsubscribe();
    endings.forEach((end) => end());
  };
}

const isCalled = ({ queues }: Readonly<Worker>, { queue }: Gathering): boolean =>
  queue === undefined || queues.includes(queue);

const statusOf = (contactCentre: ContactCentre, taskSid: string): string | undefined =>
  contactCentre.state.tasks.get(taskSid)?.status;

function giveUp(contactCentre: ContactCentre, taskSid: string): void {
  const status = statusOf(contactCentre, taskSid);
  if (status === 'pending' || status === 'reserved') contactCentre.cancelTask(taskSid, 'hangup');
}

function answer(contactCentre: ContactCentre, reservationSid: string, rejects: boolean): void {
  if (contactCentre.state.reservations.get(reservationSid)?.status !== 'pending') return;
  if (rejects) contactCentre.rejectReservation(reservationSid);
  else contactCentre.acceptReservation(reservationSid);
}

/** One of the names, by weight; `at` from 0 to 1. */
function choose(weights: Readonly<Record<string, number>>, at: number): string {
  const names = Object.keys(weights);
  let left = at * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  return names.find((name) => (left -= weights[name] ?? 0) < 0) ?? names[0] ?? '';
}
