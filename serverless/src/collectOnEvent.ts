import { randomUUID } from 'node:crypto';
import type { Twilio } from 'twilio';
import { answerInTime } from './answerInTime';
import type { Clock } from './Clock';
import { collectDashboardData } from './collectDashboardData';
import { CollectorError } from './CollectorError';
import { readConfiguration } from './configuration';
import type { FunctionContext, FunctionEvent } from './FunctionContext';
import type { InstanceMemory } from './InstanceMemory';
import { parseLease } from './lease';
import { requestCollection } from './requestCollection';
import { syncDocument } from './syncDocument';
import { assertTaskRouterEvent } from './taskRouterEvent';
import { answerWithinMs, TimeBudget } from './TimeBudget';
import { writeDashboardData } from './writeDashboardData';

/** Milliseconds until one request to Twilio is given up; the library's own 30 s outlast the Function. */
const requestTimeoutMs = 4_000;

/**
 * One event in; a collection that begins after it, by this invocation or by another, in Sync.
 * @param memory the same for all invocations of one instance
 * @throws CollectorError
 */
export async function collectOnEvent(
  context: FunctionContext,
  event: FunctionEvent,
  clock: Clock,
  memory: InstanceMemory,
): Promise<void> {
  assertTaskRouterEvent(event);
  const configuration = readConfiguration(context);
  const client = connect(context);
  const time = new TimeBudget(clock);
  const service = client.sync.v1.services(configuration.syncServiceSid);
  const document = syncDocument(service, configuration.dataDocument, time);
  const lease = syncDocument(service, leaseDocument(configuration.dataDocument), time);

  const world = {
    invocation: randomUUID(),
    clock,
    lease,
    collect: () => collectDashboardData(client, configuration, time),
    write: async (data: Awaited<ReturnType<typeof collectDashboardData>>, collection: number) => {
      const handedOut = async () => parseLease((await lease.read())?.data).number;
      await writeDashboardData(document, { ...data, collection }, handedOut);
    },
  };
  await answerInTime(requestCollection(world, configuration, memory), answerWithinMs);
}

/** Unique name of the document that hands out the numbers. */
export const leaseDocument = (dataDocument: string): string => `${dataDocument}-lease`;

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
