import { randomUUID } from 'node:crypto';
import { answerInTime } from './answerInTime';
import type { Clock } from './Clock';
import { collectStatistics, readingMs, type Collected } from './collectStatistics';
import type { ConditionalDocument } from './ConditionalDocument';
import { readConfiguration, type Configuration } from './configuration';
import { connectToTwilio } from './connectToTwilio';
import type { FunctionContext } from './FunctionContext';
import type { InstanceMemory } from './InstanceMemory';
import { keepHistory } from './keepHistory';
import { parseLease } from './lease';
import { openHistoryWorld } from './openHistoryWorld';
import type { CollectionWorld } from './requestCollection';
import { syncDocument } from './syncDocument';
import { TimeBudget } from './TimeBudget';
import { writeCollection } from './writeCollection';

export interface OpenWorld {
  readonly world: CollectionWorld<Collected>;
  readonly configuration: Configuration;
  /** The document that the dashboards read. */
  readonly document: ConditionalDocument;
  /** Once live data is out: a slice of the past, in the time that is left. What fails is tried again by a later request. */
  keepHistory(memory: InstanceMemory): Promise<void>;
}

/**
 * What every Function of ours needs to take part in the protocol, whatever made Twilio call it.
 * @throws CollectorError given variables or credentials that are missing or wrong
 */
export function openCollectionWorld(context: FunctionContext, clock: Clock): OpenWorld {
  const configuration = readConfiguration(context);
  const client = connectToTwilio(context);
  const time = new TimeBudget(clock);
  const service = client.sync.v1.services(configuration.syncServiceSid);
  const document = syncDocument(service, configuration.dataDocument, time);
  const lease = syncDocument(service, leaseDocument(configuration.dataDocument), time);

  const invocation = randomUUID();
  let live: Collected | undefined;

  const world: CollectionWorld<Collected> = {
    invocation,
    clock,
    lease,
    // Statistics may take all the time there is: to give up on them and ask again would only make TaskRouter slower.
    collect: (begun) =>
      collectStatistics(connectToTwilio(context, readingMs(time)), configuration, time, begun),
    write: async (collected, { number, life }) => {
      const documents = {
        data: document,
        part: (name: string) => syncDocument(service, name, time),
        readLease: async () => parseLease((await lease.read())?.data),
      };
      const written = await writeCollection(
        documents,
        collected,
        { collection: number, ...(life !== undefined && { lease: life }) },
        time,
      );
      if (written === 'written') live = collected;
    },
  };
  return {
    world,
    configuration,
    document,
    async keepHistory(memory) {
      if (!configuration.history || !live) return;
      const history = openHistoryWorld(
        connectToTwilio(context, readingMs(time)),
        configuration,
        invocation,
        live,
        time,
      );
      const keeping = keepHistory(history, live, memory, time);
      await answerInTime(keeping, time.left() - tellingMs).catch(() => undefined);
    },
  };
}

/** What is kept of the time to say that live data is out, whatever becomes of the past: milliseconds. */
const tellingMs = 200;

/** Unique name of the document that hands out the numbers. */
const leaseDocument = (dataDocument: string): string => `${dataDocument}-lease`;
