import twilio, { type Twilio } from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient';
import { exampleStatistics } from './exampleStatistics';

export const accountSid = `AC${'1'.padStart(32, '0')}`;
export const workspaceSid = `WS${'1'.padStart(32, '0')}`;

/** What a request asks for, as far as the collector makes requests. */
export type Asked = 'statistics' | 'read' | 'update' | 'create';

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

/** Stands where the real `twilio` library meets the network: TaskRouter's statistics and one Sync document with revisions. */
export class TwilioAtTheWire extends RequestClient {
  readonly requests: WireRequest[] = [];
  document: { data: unknown; revision: string } | undefined;
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
    this.document = { data, revision: String(Number(this.document?.revision ?? '-1') + 1) };
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
    const asked = kindOf(method, uri);
    this.requests.push({ asked, uri, params, data, headers });
    takeFirst(this.interludes, asked)?.act();
    const ordered = takeFirst(this.orders, asked)?.answer;
    if (ordered instanceof Error) throw ordered;
    const { statusCode, body } = ordered ?? this.serve(asked, data, headers);
    return { statusCode, body: body as never, headers: {} };
  };

  private serve(asked: Asked, data: Record<string, string>, headers: Record<string, string>): Answer {
    if (asked === 'statistics') return { statusCode: 200, body: this.statistics };
    if (asked === 'create') {
      if (this.document) return failing(409, 54301);
      this.put(JSON.parse(data.Data ?? ''));
      return { statusCode: 201, body: this.document };
    }
    if (!this.document) return failing(404, 20404);
    if (asked === 'update') {
      if (headers['If-Match'] !== this.document.revision) return failing(412, 54103);
      this.put(JSON.parse(data.Data ?? ''));
    }
    return { statusCode: 200, body: this.document };
  }
}

function kindOf(method: string, uri: string): Asked {
  if (uri === `https://taskrouter.twilio.com/v1/Workspaces/${workspaceSid}/Statistics`) return 'statistics';
  if (uri === 'https://sync.twilio.com/v1/Services/default/Documents') return 'create';
  if (uri === 'https://sync.twilio.com/v1/Services/default/Documents/dashboard-data') {
    return method.toLowerCase() === 'post' ? 'update' : 'read';
  }
  throw new Error(`Nobody should ask for ${method} ${uri}`);
}

function takeFirst<T extends { asked: Asked }>(list: T[], asked: Asked): T | undefined {
  const index = list.findIndex((item) => item.asked === asked);
  return index < 0 ? undefined : list.splice(index, 1)[0];
}
