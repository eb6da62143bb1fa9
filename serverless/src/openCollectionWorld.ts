import { randomUUID } from 'node:crypto';
import type { Twilio } from 'twilio';
import type { Clock } from './Clock';
import { CollectorError } from './CollectorError';
import { collectStatistics, type Collected } from './collectStatistics';
import type { ConditionalDocument } from './ConditionalDocument';
import { readConfiguration, type Configuration } from './configuration';
import type { FunctionContext } from './FunctionContext';
import { parseLease } from './lease';
import type { CollectionWorld } from './requestCollection';
import { syncDocument } from './syncDocument';
import { TimeBudget } from './TimeBudget';
import { writeCollection } from './writeCollection';

/** Milliseconds until one request to Twilio is given up; the library's own 30 s outlast the Function. */
const requestTimeoutMs = 4_000;

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
  const client = connect(context);
  const time = new TimeBudget(clock);
  const service = client.sync.v1.services(configuration.syncServiceSid);
  const document = syncDocument(service, configuration.dataDocument, time);
  const lease = syncDocument(service, leaseDocument(configuration.dataDocument), time);

  const world: CollectionWorld<Collected> = {
    invocation: randomUUID(),
    clock,
    lease,
    collect: () => collectStatistics(client, configuration, time),
    write: async (collected, collection) => {
      const documents = {
        data: document,
        part: (name: string) => syncDocument(service, name, time),
        numberHandedOut: async () => parseLease((await lease.read())?.data).number,
      };
      await writeCollection(documents, collected, collection, time);
    },
  };
  return { world, configuration, document };
}

/** Unique name of the document that hands out the numbers. */
const leaseDocument = (dataDocument: string): string => `${dataDocument}-lease`;

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
