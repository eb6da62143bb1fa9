import { randomUUID } from 'node:crypto';
import type { Clock } from './Clock';
import { collectStatistics, readingMs, type Collected } from './collectStatistics';
import type { ConditionalDocument } from './ConditionalDocument';
import { readConfiguration, type Configuration } from './configuration';
import { connectToTwilio } from './connectToTwilio';
import type { FunctionContext } from './FunctionContext';
import { parseLease } from './lease';
import type { CollectionWorld } from './requestCollection';
import { syncDocument } from './syncDocument';
import { TimeBudget } from './TimeBudget';
import { writeCollection } from './writeCollection';

export interface OpenWorld {
  readonly world: CollectionWorld<Collected>;
  readonly configuration: Configuration;
  /** The document that the dashboards read. */
  readonly document: ConditionalDocument;
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

  const world: CollectionWorld<Collected> = {
    invocation: randomUUID(),
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
      await writeCollection(
        documents,
        collected,
        { collection: number, ...(life !== undefined && { lease: life }) },
        time,
      );
    },
  };
  return { world, configuration, document };
}

/** Unique name of the document that hands out the numbers. */
const leaseDocument = (dataDocument: string): string => `${dataDocument}-lease`;
