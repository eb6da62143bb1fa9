import type express from 'express';
import type { Faults } from '../faults';
import type { Journal } from '../journal';
import { scenarioNames, scenarios } from '../scenarios';
import { RelivedTime } from '../scenarios/RelivedTime';
import type { Scenario } from '../scenarios/Scenario';
import { startScenario } from '../scenarios/startScenario';
import type { RunningScenario } from '../scenarios/startScenario';
import { ContactCentre } from './ContactCentre';
import type { ContactCentreEvent, EventType } from './ContactCentreEvents';
import { EventDelivery } from './EventDelivery';
import { eventSids } from './eventParameters';
import { seededRandom } from './seededRandom';
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
  /** Starts all over with that scenario, and posts one `workspace.updated`. An unknown name throws an error that lists the names. */
  loadScenario(name: string): void;
  /** How many times as often things happen; 0 pauses, 1 is as the scenario says. Outlives `loadScenario`. */
  setPace(multiplier: number): void;
  readonly scenario: string;
  readonly pace: number;
  /** Posts one `workspace.updated` to it. */
  setEventCallbackUrl(url: string): void;
  /** Resolves when every event post under way has been answered. */
  settled(): Promise<void>;
  /** Ends timers and posts. */
  stop(): Promise<void>;
}

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
  const delivery = new EventDelivery(journal, faults);

  const unsubscribe = contactCentre.subscribe((event: ContactCentreEvent) => {
    if (time.isPast) return;
    if (!quietEvents.includes(event.type)) {
      journal.record('contact-centre', event.description, { eventType: event.type, ...eventSids(event) });
    }
    delivery.deliver(event, contactCentre.state);
  });

  const begin = (): void => {
    running?.stop();
    if (scenario.life) time.goBack(scenario.life.historySeconds);
    contactCentre.populate(scenario.population);
    running = startScenario(contactCentre, scenario, {
      now: time.now,
      random: seededRandom(seed),
      setTimer: time.setTimer,
    });
    time.catchUp(() => contactCentre.tick());
    running.setPace(pace);
  };
  begin();
  const ticking = setInterval(() => contactCentre.tick(), tickMs);
  ticking.unref();

  return {
    rest: taskrouterRest({ contactCentre, journal, faults, now }),
    contactCentre,
    workerClient: workerClientApi(contactCentre),
    loadScenario(name) {
      scenario = scenarioCalled(name);
      begin();
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
    setEventCallbackUrl: (url) => contactCentre.updateWorkspace({ eventCallbackUrl: url }),
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
