import twilio, { type Twilio } from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient';
import { exampleStatistics } from './exampleStatistics';

export const accountSid = `AC${'1'.padStart(32, '0')}`;
export const workspaceSid = `WS${'1'.padStart(32, '0')}`;

/** What a request asks for, as far as the collector makes requests. The lease document is asked for apart from the data. */
export type Asked = 'statistics' | 'read' | 'update' | 'create' | `lease-${'read' | 'update' | 'create'}`;

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

/** Stands where the real `twilio` library meets the network: TaskRouter's statistics and two Sync documents with revisions. */
export class TwilioAtTheWire extends RequestClient {
  readonly requests: WireRequest[] = [];
  document: WireDocument | undefined;
  lease: WireDocument | undefined;
  statistics: unknown = exampleStatistics();
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
    const asked = kindOf(method, uri, data.UniqueName);
    this.requests.push({ asked, uri, params, data, headers });
    takeFirst(this.interludes, asked)?.act();
    const ordered = takeFirst(this.orders, asked)?.answer;
    if (ordered instanceof Error) throw ordered;
    const { statusCode, body } = ordered ?? this.serve(asked, data, headers);
    return { statusCode, body: body as never, headers: {} };
  };

  private serve(asked: Asked, data: Record<string, string>, headers: Record<string, string>): Answer {
    if (asked === 'statistics') return { statusCode: 200, body: this.statistics };
    const which = asked.startsWith('lease-') ? 'lease' : 'document';
    const stored = this[which];
    if (asked.endsWith('create')) {
      if (stored) return failing(409, 54301);
      this[which] = next(undefined, JSON.parse(data.Data ?? ''));
      return { statusCode: 201, body: this[which] };
    }
    if (!stored) return failing(404, 20404);
    if (asked.endsWith('update')) {
      if (headers['If-Match'] !== stored.revision) return failing(412, 54103);
      this[which] = next(stored, JSON.parse(data.Data ?? ''));
    }
    return { statusCode: 200, body: this[which] };
  }
}

const next = (replaced: WireDocument | undefined, data: unknown): WireDocument => ({
  data,
  revision: String(Number(replaced?.revision ?? '-1') + 1),
});

function kindOf(method: string, uri: string, uniqueName: string | undefined): Asked {
  if (uri === `https://taskrouter.twilio.com/v1/Workspaces/${workspaceSid}/Statistics`) return 'statistics';
  const documents = 'https://sync.twilio.com/v1/Services/default/Documents';
  const names = ['dashboard-data', 'dashboard-data-lease'];
  const name = uri === documents ? uniqueName : names.find((known) => uri === `${documents}/${known}`);
  if (!name) throw new Error(`Nobody should ask for ${method} ${uri}`);
  const verb = uri === documents ? 'create' : method.toLowerCase() === 'post' ? 'update' : 'read';
  return name === 'dashboard-data-lease' ? `lease-${verb}` : verb;
}

function takeFirst<T extends { asked: Asked }>(list: T[], asked: Asked): T | undefined {
  const index = list.findIndex((item) => item.asked === asked);
  return index < 0 ? undefined : list.splice(index, 1)[0];
}
