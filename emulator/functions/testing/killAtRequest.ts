import { DataWatch } from './DataWatch';
import { pause } from './pause';
import type { Collector } from './startCollector';
import type { TwilioRequest } from './TwilioRequests';

export interface KilledAtRequest {
  readonly request: string;
  readonly phase: TwilioRequest['phase'];
  /** Milliseconds from the next event, which came as soon as the process was dead, until its truth stood in Sync. */
  readonly recoveryMs: number;
  readonly isRising: boolean;
}

/** Everything that an invocation asks of Twilio for a lone event, trailing collection included, in order. */
export async function requestsOfLoneEvent(
  collector: Collector,
  intervalMs: number,
): Promise<readonly string[]> {
  const names: string[] = [];
  await quiet(collector, intervalMs);
  const stop = collector.requests.watch(({ name, phase }) => {
    if (phase === 'received') names.push(name);
    return undefined;
  });
  collector.taskRouter.contactCentre.updateWorkspace({});
  await collector.taskRouter.settled();
  stop();
  return names;
}

/**
 * Ends the process that serves a lone event with SIGKILL when it has sent that request (which then gets lost) or has got the
 * answer, and sends the next event.
 * @param position of the request, as in `requestsOfLoneEvent`
 * @throws Error when the truth is not in Sync after 10 s
 */
export async function killAtRequest(
  collector: Collector,
  intervalMs: number,
  position: number,
  phase: TwilioRequest['phase'],
): Promise<KilledAtRequest> {
  const { platform, requests, taskRouter } = collector;
  await quiet(collector, intervalMs);
  const watch = new DataWatch(collector);
  const counts = { received: 0, answered: 0 };
  const killed = new Promise<string>((resolve) => {
    const stop = requests.watch((request) => {
      counts[request.phase] += 1;
      if (request.phase !== phase || counts[phase] !== position + 1) return undefined;
      stop();
      platform
        .processes()
        .filter((process) => process.requests > 0)
        .forEach(({ number }) => platform.killProcess(number));
      resolve(request.name);
      return phase === 'received' ? 'lose' : undefined;
    });
  });
  taskRouter.contactCentre.updateWorkspace({});
  const request = await killed;
  nextEvent(collector);
  const recoveryMs = await watch.untilTruth();
  await taskRouter.settled();
  const isRising = watch.isRising();
  watch.stop();
  return { request, phase, recoveryMs, isRising };
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
