import { DataWatch } from './DataWatch';
import { pause } from './pause';
import type { Collector } from './startCollector';
import type { TwilioRequest } from './TwilioRequests';

/** A request by its name and place among those of its name, from 1: of requests that are sent side by side, either may come first. */
export interface NthRequest {
  readonly name: string;
  readonly nth: number;
}

export interface KilledAtRequest {
  readonly request: string;
  readonly phase: TwilioRequest['phase'];
  /** Milliseconds from the next event, which came as soon as the process was dead, until its truth stood in Sync. */
  readonly recoveryMs: number;
  readonly isRising: boolean;
}

/** Everything that an invocation asks of Twilio for a lone event, trailing collection included, as it comes. */
export async function requestsOfLoneEvent(
  collector: Collector,
  intervalMs: number,
): Promise<readonly NthRequest[]> {
  const names: string[] = [];
  await quiet(collector, intervalMs);
  const stop = collector.requests.watch(({ name, phase }) => {
    if (phase === 'received') names.push(name);
    return undefined;
  });
  collector.taskRouter.contactCentre.updateWorkspace({});
  await collector.taskRouter.settled();
  stop();
  return names.map((name, index) => ({
    name,
    nth: names.slice(0, index + 1).filter((earlier) => earlier === name).length,
  }));
}

/**
 * Ends the process that serves a lone event with SIGKILL when it has sent that request (which then gets lost) or has got the
 * answer, and sends the next event.
 * @throws Error when the truth is not in Sync in time, or no event of several makes that request
 */
export async function killAtRequest(
  collector: Collector,
  intervalMs: number,
  { name, nth }: NthRequest,
  phase: TwilioRequest['phase'],
): Promise<KilledAtRequest> {
  const watch = new DataWatch(collector);
  await untilKilled(collector, intervalMs, { name, nth }, phase);
  nextEvent(collector);
  const recoveryMs = await watch.untilTruth();
  await collector.taskRouter.settled();
  const isRising = watch.isRising();
  watch.stop();
  return { request: name, phase, recoveryMs, isRising };
}

/** Some requests depend on the moment, such as a second look at the lease; so there are several events. */
async function untilKilled(
  collector: Collector,
  intervalMs: number,
  wanted: NthRequest,
  phase: TwilioRequest['phase'],
): Promise<void> {
  const { platform, requests, taskRouter } = collector;
  for (let event = 0; event < 5; event += 1) {
    await quiet(collector, intervalMs);
    let seen = 0;
    const killed = new Promise<boolean>((resolve) => {
      const stop = requests.watch((request) => {
        if (request.phase !== phase || request.name !== wanted.name) return undefined;
        seen += 1;
        if (seen !== wanted.nth) return undefined;
        stop();
        platform
          .processes()
          .filter((process) => process.requests > 0)
          .forEach(({ number }) => platform.killProcess(number));
        resolve(true);
        return phase === 'received' ? 'lose' : undefined;
      });
      taskRouter.contactCentre.updateWorkspace({});
      void taskRouter.settled().then(() => {
        stop();
        resolve(false);
      });
    });
    if (await killed) return;
  }
  throw new Error(`No event made the request "${wanted.name}" for the ${wanted.nth}. time.`);
}

/** Waits until nothing is under way, and the next event is a lone one. */
async function quiet({ taskRouter }: Collector, intervalMs: number): Promise<void> {
  await taskRouter.settled();
  await pause(intervalMs);
}

/** One event that changes a number. */
export function nextEvent({ taskRouter: { contactCentre } }: Collector): void {
  const worker = contactCentre.workers().at(-1);
  if (worker) {
    contactCentre.setWorkerActivity(
      worker.sid,
      worker.activityName === 'Offline' ? 'Unavailable' : 'Offline',
    );
  }
}
