import type { Twilio } from 'twilio';
import { answerInTime } from './answerInTime';
import type { Clock } from './Clock';
import { collectDashboardData } from './collectDashboardData';
import { CollectorError } from './CollectorError';
import { readConfiguration } from './configuration';
import type { FunctionContext, FunctionEvent } from './FunctionContext';
import { assertTaskRouterEvent } from './taskRouterEvent';
import { answerWithinMs, TimeBudget } from './TimeBudget';
import { writeDashboardData } from './writeDashboardData';

/** Milliseconds until one request to Twilio is given up; the library's own 30 s outlast the Function. */
const requestTimeoutMs = 4_000;

/**
 * One event in, current data in Sync.
 * @throws CollectorError
 */
export async function collectOnEvent(
  context: FunctionContext,
  event: FunctionEvent,
  clock: Clock,
): Promise<void> {
  assertTaskRouterEvent(event);
  const configuration = readConfiguration(context);
  const client = connect(context);
  const time = new TimeBudget(clock);

  const work = async () => {
    const data = await collectDashboardData(client, configuration, time);
    const service = client.sync.v1.services(configuration.syncServiceSid);
    await writeDashboardData(service, configuration.dataDocument, data, time);
  };
  await answerInTime(work(), answerWithinMs);
}

function connect(context: FunctionContext): Twilio {
  try {
    return context.getTwilioClient({ timeout: requestTimeoutMs });
  } catch {
    throw new CollectorError(
      500,
      'missing-credentials',
      'The Function has no usable account credentials. Include them in the service (Settings, "Add my Twilio Credentials to ENV"), and deploy again.',
    );
  }
}
