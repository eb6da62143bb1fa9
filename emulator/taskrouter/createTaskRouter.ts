import type express from 'express';
import type { Faults } from '../faults';
import type { Journal } from '../journal';
import { scenarioNames, scenarios } from '../scenarios';
import { PastDays } from '../scenarios/PastDays';
import { RelivedTime } from '../scenarios/RelivedTime';
import type { Scenario } from '../scenarios/Scenario';
import { startScenario } from '../scenarios/startScenario';
import type { RunningScenario } from '../scenarios/startScenario';
import { ContactCentre } from './ContactCentre';
import type { ContactCentreEvent, EventType } from './ContactCentreEvents';
import { EventDelivery, type Locate } from './EventDelivery';
import { eventSids } from './eventParameters';
import { Random } from '../../src/testing/Random';
import { targetExpression } from './targetExpression';
import { StatisticsLag } from './StatisticsLag';
import { StatisticsLimits } from './StatisticsLimits';
import { taskrouterRest } from './taskrouterRest';
import { workerClientApi } from './workerClientApi';
import type { WorkerClientApi } from './workerClientApi';

export type { WorkerClientApi } from './workerClientApi';

export interface EmulatedTaskRouter {
  /** Serves https://taskrouter.twilio.com: mount it at /_tw/taskrouter.twilio.com. */
  readonly rest: express.Router;
  /** The same object for ever; `loadScenario` changes what is in it, and lets its listeners hear the history go by. */
  readonly contactCentre: ContactCentre;
  /** What Flex asks over the event bridge. */
  readonly workerClient: WorkerClientApi;
  /**
   * Starts all over with that scenario, its statistics lag included, and posts one `workspace.updated`.
   * `queues`: how many queues there are in all, those of the scenario at least and 200 at most.
   * An unknown name throws an error that lists the names.
   */
  loadScenario(name: string, options?: ScenarioOptions): void;
  /** How many times as often things happen; 0 pauses, 1 is as the scenario says. Outlives `loadScenario`. */
  setPace(multiplier: number): void;
  readonly scenario: string;
  readonly pace: number;
  /** Seconds by which statistics trail what happens; loading a scenario sets it anew. */
  statisticsLagSeconds: number;
  /** Whether statistics have rate limits. Outlives `loadScenario`. */
  statisticsLimits: boolean;
  /** Whether windows that ended ten minutes ago tell something else than was shown at the time. Outlives `loadScenario`. */
  pastDiffers: boolean;
  /** Posts one `workspace.updated` to it, if the filter lets it through. @param eventsFilter '' lets all events through */
  setEventCallback(url: string, eventsFilter?: string): void;
  /** Resolves when every event post under way has been answered. */
  settled(): Promise<void>;
  /** Ends timers and posts. */
  stop(): Promise<void>;
}

export interface ScenarioOptions {
  readonly queues?: number;
}

/** As many as the product is made for; TaskRouter itself takes 5,000. */
export const mostQueues = 200;

/** How often what time alone brings about (time-outs) is looked for. */
const tickMs = 250;

/** Events that follow from others; the journal tells of them only when they are posted. */
const quietEvents: readonly EventType[] = [
  'workflow.entered',
  'workflow.target-matched',
  'worker.channel.availability.update',
  'task.system-deleted',
];

/** TaskRouter with one workspace, alive as a scenario says. */
export function createTaskRouter(options: {
  journal: Journal;
  faults: Faults;
  scenario: string;
  /** In all, see `loadScenario`. */
  queues?: number;
  /** @default on, as on Twilio */
  statisticsLimits?: boolean;
  /** Where callback URLs lead. @default where they say */
  locate?: Locate;
  /** Milliseconds since 1970 */
  now?: () => number;
  seed?: number;
}): EmulatedTaskRouter {
  const { journal, faults, now = Date.now, seed = 1 } = options;
  let scenario = scenarioCalled(options.scenario);
  let pace = 1;
  let running: RunningScenario | undefined;
  const time = new RelivedTime(now);
  const contactCentre = new ContactCentre(time.now, scenario.population);
  const delivery = new EventDelivery(journal, faults, options.locate);
  const lag = new StatisticsLag(contactCentre.state, now);
  const past = { differs: false };
  const limits = new StatisticsLimits(now, options.statisticsLimits);

  const unsubscribe = contactCentre.subscribe((event: ContactCentreEvent) => {
    if (time.isPast) return;
    if (!quietEvents.includes(event.type)) {
      journal.record('contact-centre', event.description, { eventType: event.type, ...eventSids(event) });
    }
    delivery.deliver(event, contactCentre.state);
  });

  /** What broke in a scenario's history is mended. */
  const presentFaults: Pick<Faults, 'order' | 'cutSockets'> = {
    order(fault) {
      if (time.isPast) return () => undefined;
      journal.record('fault', `outage of ${fault.target}`);
      return faults.order(fault);
    },
    cutSockets: (seconds) => (time.isPast ? undefined : faults.cutSockets(seconds)),
  };

  const begin = (moreQueues: number): void => {
    running?.stop();
    if (scenario.life) time.goBack(scenario.life.historySeconds);
    contactCentre.populate(scenario.population, { moreQueues });
    if (scenario.life) {
      const queues = contactCentre.queues();
      contactCentre.state.history.earlier = new PastDays(scenario.life, {
        until: time.now(),
        seed,
        queuesOf: (name) =>
          queues
            .filter(({ targetWorkers }) => targetWorkers === targetExpression(name))
            .map((queue) => queue.sid),
      });
    }
    running = startScenario(contactCentre, scenario, {
      now: time.now,
      random: new Random(seed).next,
      setTimer: time.setTimer,
      faults: presentFaults,
    });
    time.catchUp(() => contactCentre.tick());
    running.setPace(pace);
    lag.seconds = scenario.statisticsLagSeconds;
  };
  begin(queuesToAdd(scenario, options.queues));
  const ticking = setInterval(() => {
    contactCentre.tick();
    lag.tick();
  }, tickMs);
  ticking.unref();

  return {
    rest: taskrouterRest({ contactCentre, journal, faults, now, lag, limits, past }),
    contactCentre,
    workerClient: workerClientApi(contactCentre),
    loadScenario(name, { queues } = {}) {
      const next = scenarioCalled(name);
      const moreQueues = queuesToAdd(next, queues);
      scenario = next;
      begin(moreQueues);
      contactCentre.updateWorkspace({});
    },
    setPace(multiplier) {
      running?.setPace(multiplier);
      pace = multiplier;
    },
    get scenario() {
      return scenario.name;
    },
    get pace() {
      return pace;
    },
    get statisticsLagSeconds() {
      return lag.seconds;
    },
    set statisticsLagSeconds(seconds) {
      lag.seconds = seconds;
    },
    get statisticsLimits() {
      return limits.enabled;
    },
    set statisticsLimits(enabled) {
      limits.enabled = enabled;
    },
    get pastDiffers() {
      return past.differs;
    },
    set pastDiffers(differs) {
      past.differs = differs;
    },
    setEventCallback: (eventCallbackUrl, eventsFilter = '') =>
      contactCentre.updateWorkspace({ eventCallbackUrl, eventsFilter }),
    settled: () => delivery.settled(),
    async stop() {
      clearInterval(ticking);
      running?.stop();
      unsubscribe();
      await delivery.stop();
    },
  };
}

function scenarioCalled(name: string): Scenario {
  const scenario = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
  if (scenario) return scenario;
  throw new Error(`There is no scenario '${name}'. Scenarios: ${scenarioNames.join(', ')}`);
}

function queuesToAdd({ name, population }: Scenario, queues: number | undefined): number {
  const own = Object.keys(population.queues).length;
  if (queues === undefined) return 0;
  if (Number.isInteger(queues) && queues >= own && queues <= mostQueues) return queues - own;
  throw new RangeError(`Scenario '${name}' can have ${own} to ${mostQueues} queues, not ${queues}`);
}
