import twilio, { type Twilio } from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient';
import { exampleQueueStatistics, exampleStatistics } from './exampleStatistics';

export const accountSid = `AC${'1'.padStart(32, '0')}`;
export const workspaceSid = `WS${'1'.padStart(32, '0')}`;

/** What a request asks for, as far as the collector makes requests. The lease and the part documents are asked for apart from the data. */
export type Asked =
  | 'statistics'
  | 'channel-statistics'
  | 'queues'
  | 'queue-statistics'
  | 'one-queue-statistics'
  | `${'' | 'lease-' | 'part-'}${'read' | 'update' | 'create'}`;

interface WireDocument {
  readonly data: unknown;
  readonly revision: string;
}

export interface WireRequest {
  readonly asked: Asked;
  readonly uri: string;
  readonly params: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

interface Answer {
  readonly statusCode: number;
  readonly body: unknown;
}

/** Twilio's error body. */
export const failing = (statusCode: number, code: number): Answer => ({
  statusCode,
  body: { code, message: 'Worker Ada Lovelace is quoted here', more_info: '', status: statusCode },
});

export const unreachable = Object.assign(new Error('connect ECONNREFUSED'), {
  isAxiosError: true,
  code: 'ECONNREFUSED',
});

/** Stands where the real `twilio` library meets the network: TaskRouter's statistics and Sync documents with revisions. */
export class TwilioAtTheWire extends RequestClient {
  readonly requests: WireRequest[] = [];
  document: WireDocument | undefined;
  lease: WireDocument | undefined;
  /** The part documents by their unique names. */
  readonly parts = new Map<string, WireDocument>();
  statistics: unknown = exampleStatistics();
  /** The queues of the workspace, the oldest first. */
  queues: readonly { readonly sid: string; readonly friendly_name: string }[] = [];
  private readonly orders: { asked: Asked; answer: Answer | Error }[] = [];
  private readonly interludes: { asked: Asked; act: () => void }[] = [];

  /** Answers the next request of that kind (or so many of them) in this way, in place of serving it. */
  answerNext(asked: Asked, answer: Answer | Error, times = 1): void {
    for (let time = 0; time < times; time += 1) this.orders.push({ asked, answer });
  }

  /** Something that happens just before the next request of that kind is served. */
  beforeNext(asked: Asked, act: () => void): void {
    this.interludes.push({ asked, act });
  }

  /** What somebody else's write does. */
  put(data: unknown): void {
    this.document = next(this.document, data);
  }

  asked(asked: Asked): readonly WireRequest[] {
    return this.requests.filter((request) => request.asked === asked);
  }

  client(): Twilio {
    return twilio(accountSid, 'token', { httpClient: this });
  }

  override request: RequestClient['request'] = async (options) => {
    const {
      method,
      uri,
      params = {},
      data = {},
      headers = {},
    } = options as unknown as {
      method: string;
      uri: string;
      params?: Record<string, string>;
      data?: Record<string, string>;
      headers?: Record<string, string>;
    };
    const { asked, name } = kindOf(method, uri, params, data.UniqueName);
    this.requests.push({ asked, uri, params, data, headers });
    takeFirst(this.interludes, asked)?.act();
    const ordered = takeFirst(this.orders, asked)?.answer;
    if (ordered instanceof Error) throw ordered;
    const { statusCode, body } = ordered ?? this.serve(asked, name, data, headers);
    return { statusCode, body: body as never, headers: {} };
  };

  private serve(
    asked: Asked,
    name: string,
    data: Record<string, string>,
    headers: Record<string, string>,
  ): Answer {
    if (asked === 'statistics' || asked === 'channel-statistics') {
      return { statusCode: 200, body: this.statistics };
    }
    if (asked === 'queues') {
      const resources = this.queues.map((queue, age) => ({
        ...queue,
        date_created: new Date(Date.UTC(2026, 0, 1, 0, age)).toISOString().replace('.000', ''),
      }));
      return page('task_queues', resources);
    }
    if (asked === 'queue-statistics') {
      return page(
        'task_queues_statistics',
        this.queues.map(({ sid }) => exampleQueueStatistics(sid)),
      );
    }
    if (asked === 'one-queue-statistics') return { statusCode: 200, body: exampleQueueStatistics(name) };
    const stored = this.stored(name);
    if (asked.endsWith('create')) {
      if (stored) return failing(409, 54301);
      return { statusCode: 201, body: this.store(name, next(undefined, JSON.parse(data.Data ?? ''))) };
    }
    if (!stored) return failing(404, 20404);
    if (!asked.endsWith('update')) return { statusCode: 200, body: stored };
    if (headers['If-Match'] !== stored.revision) return failing(412, 54103);
    return { statusCode: 200, body: this.store(name, next(stored, JSON.parse(data.Data ?? ''))) };
  }

  private stored(name: string): WireDocument | undefined {
    if (name === 'dashboard-data') return this.document;
    return name === 'dashboard-data-lease' ? this.lease : this.parts.get(name);
  }

  private store(name: string, document: WireDocument): WireDocument {
    if (name === 'dashboard-data') this.document = document;
    else if (name === 'dashboard-data-lease') this.lease = document;
    else this.parts.set(name, document);
    return document;
  }
}

const page = (key: string, resources: readonly object[]): Answer => ({
  statusCode: 200,
  body: { [key]: resources, meta: { key, page: 0, page_size: 1000, next_page_url: null } },
});

const next = (replaced: WireDocument | undefined, data: unknown): WireDocument => ({
  data,
  revision: String(Number(replaced?.revision ?? '-1') + 1),
});

function kindOf(
  method: string,
  uri: string,
  params: Readonly<Record<string, string>>,
  uniqueName: string | undefined,
): { readonly asked: Asked; readonly name: string } {
  const workspace = `https://taskrouter.twilio.com/v1/Workspaces/${workspaceSid}`;
  if (uri === `${workspace}/Statistics`) {
    return { asked: params.TaskChannel ? 'channel-statistics' : 'statistics', name: '' };
  }
  if (uri === `${workspace}/TaskQueues`) return { asked: 'queues', name: '' };
  if (uri === `${workspace}/TaskQueues/Statistics`) return { asked: 'queue-statistics', name: '' };
  const [, queueSid] = /\/TaskQueues\/(WQ\w+)\/Statistics$/.exec(uri) ?? [];
  if (queueSid) return { asked: 'one-queue-statistics', name: queueSid };

  const documents = 'https://sync.twilio.com/v1/Services/default/Documents';
  const name =
    uri === documents ? uniqueName : uri.startsWith(`${documents}/`) && uri.slice(documents.length + 1);
  if (!name || !/^dashboard-data(-lease|-(queue|channel)-\d+)?$/.test(name)) {
    throw new Error(`Nobody should ask for ${method} ${uri}`);
  }
  const verb = uri === documents ? 'create' : method.toLowerCase() === 'post' ? 'update' : 'read';
  if (name === 'dashboard-data') return { asked: verb, name };
  return { asked: name === 'dashboard-data-lease' ? `lease-${verb}` : `part-${verb}`, name };
}

function takeFirst<T extends { asked: Asked }>(list: T[], asked: Asked): T | undefined {
  const index = list.findIndex((item) => item.asked === asked);
  return index < 0 ? undefined : list.splice(index, 1)[0];
}
