import express from 'express';
import type { Request, Response } from 'express';
import { account } from '../account';
import type { Faults } from '../faults';
import type { Journal } from '../journal';
import { TwilioError } from '../twilioError';
import type { ContactCentreState, TaskQueue } from './contactCentreState';
import { queueCumulativeStatistics, queueRealTimeStatistics } from './queueStatistics';
import { resourcePage } from './resourcePage';
import type { StatisticsLag } from './StatisticsLag';
import type { StatisticsLimits } from './StatisticsLimits';
import type { StatisticsSource } from './StatisticsWindow';
import { realTimeQuery, statisticsQuery } from './statisticsQuery';
import { cumulativeStatistics, realTimeStatistics, workspaceStatistics } from './workspaceStatistics';

/** Reads `{ "queueSids": ["WQ..."] }`, 1 to 50 of them; throws a TwilioError (400) that says what is wrong with it. */
function readQueueSids(body: unknown): readonly string[] {
  const { queueSids } = (body ?? {}) as { queueSids?: unknown };
  if (!Array.isArray(queueSids) || queueSids.length < 1 || queueSids.length > 50) {
    const found = Array.isArray(queueSids) ? `${queueSids.length} of them` : 'no list';
    throw new TwilioError(400, 20001, `queueSids must be a JSON list of 1 to 50 queue SIDs, not ${found}`);
  }
  return queueSids.map((queueSid: unknown) => {
    if (typeof queueSid === 'string' && /^WQ[0-9a-f]{32}$/.test(queueSid)) return queueSid;
    throw new TwilioError(400, 20001, `queueSids: ${JSON.stringify(queueSid)} is not the SID of a queue`);
  });
}

export interface StatisticsRestOptions {
  readonly state: ContactCentreState;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly now: () => number;
  readonly lag: StatisticsLag;
  readonly limits: StatisticsLimits;
  readonly past: PastAnswers;
}

/** How windows of the past are answered. */
export interface PastAnswers {
  /** Windows that ended more than ten minutes ago lack every tenth thing that happened in them. */
  differs: boolean;
}

const longAgoMs = 600_000;

const workspaceUrl = `https://taskrouter.twilio.com/v1/Workspaces/${account.workspaceSid}`;
const identity = { account_sid: account.accountSid, workspace_sid: account.workspaceSid };

/** Every statistics resource of a workspace and of its queues: mount it at the workspace's own path. */
export function statisticsRest(options: StatisticsRestOptions): express.Router {
  const { state, now, lag, past } = options;
  const router = express.Router();
  const window = ({ query }: Request) => statisticsQuery(query, state, now());
  const moment = ({ query }: Request) => realTimeQuery(query, state, now());
  /** That a window of the past says what was shown at the time is a guess; it can be made wrong. */
  const source = (request: Request): StatisticsSource => {
    const seen = lag.source();
    if (!past.differs || window(request).end > now() - longAgoMs) return seen;
    const between = (start: number, end: number) =>
      seen.history.between(start, end).filter((_, index) => index % 10 > 0);
    return { ...seen, history: { between } };
  };
  const get = (resource: string, compute: (request: Request) => object): void => {
    router.get(`/${resource}`, answer(options, `GET ${resource}`, compute));
  };

  get('Statistics', (request) => workspaceStatistics(source(request), window(request)));
  get('RealTimeStatistics', (request) => realTimeStatistics(lag.source(), moment(request)));
  get('CumulativeStatistics', (request) =>
    withWholeAverage(cumulativeStatistics(source(request), window(request))),
  );

  const combined = (queues: readonly TaskQueue[], request: Request): readonly object[] => {
    const cumulative = queueCumulativeStatistics(source(request), queues, window(request));
    return queueRealTimeStatistics(lag.source(), queues, moment(request)).map((realtime, position) => ({
      ...identity,
      task_queue_sid: queues[position]?.sid,
      realtime,
      cumulative: cumulative[position],
    }));
  };
  get('TaskQueues/Statistics', (request) => {
    const { FriendlyName } = request.query;
    const queues = [...state.queues.values()].filter(
      ({ friendlyName }) => FriendlyName === undefined || friendlyName === FriendlyName,
    );
    window(request); // refuses wrong parameters even where no queue is asked for
    return resourcePage(request, 'task_queues_statistics', queues, (page) => combined(page, request));
  });
  router.post(
    '/TaskQueues/RealTimeStatistics',
    express.json(),
    answer(options, 'POST TaskQueues/RealTimeStatistics', ({ body }) => {
      const sids = readQueueSids(body);
      const queues = sids.map((sid) => state.queues.get(sid) ?? unknownQueue(sid));
      const statistics = queueRealTimeStatistics(lag.source(), queues, { now: now() });
      return {
        task_queue_response_count: sids.length,
        task_queue_data: statistics.map(
          // The bulk resource is documented without the relative ages.
          (
            { longest_relative_task_age_in_queue: _age, longest_relative_task_sid_in_queue: _sid, ...rest },
            position,
          ) => ({ task_queue_sid: sids[position], ...rest }),
        ),
      };
    }),
  );

  const queueOf = ({ params }: Request): TaskQueue => {
    const queue = state.queues.get(params.queueSid ?? '');
    if (queue) return queue;
    throw new TwilioError(404, 20404, `The requested resource /TaskQueues/${params.queueSid} was not found`);
  };
  get('TaskQueues/:queueSid/Statistics', (request) => ({ ...combined([queueOf(request)], request)[0] }));
  get('TaskQueues/:queueSid/RealTimeStatistics', (request) => {
    const queue = queueOf(request);
    return {
      task_queue_sid: queue.sid,
      ...queueRealTimeStatistics(lag.source(), [queue], moment(request))[0],
    };
  });
  get('TaskQueues/:queueSid/CumulativeStatistics', (request) => {
    const queue = queueOf(request);
    const [statistics] = queueCumulativeStatistics(source(request), [queue], window(request));
    return { task_queue_sid: queue.sid, ...(statistics && withWholeAverage(statistics)) };
  });
  return router;
}

/** Obeys limits and faults, and tells the journal what was asked and answered. */
function answer(
  { journal, faults, limits }: StatisticsRestOptions,
  resource: string,
  compute: (request: Request) => object,
): express.RequestHandler {
  const serve = async (request: Request, response: Response): Promise<void> => {
    const path = request.path.slice(1);
    const tell = (status: number): void =>
      journal.record('statistics-call', `${request.method} ${path}: ${status}`, {
        resource: path,
        query: request.query,
        status,
      });
    try {
      const taken = limits.take(resource);
      if (taken) {
        response.set('X-Rate-Limit-Limit', String(taken.limit));
        response.set('X-Rate-Limit-Remaining', String(taken.remaining));
      }
      const all = await faults.strike('statistics');
      const { error, garbage } =
        path.startsWith('TaskQueues/') && !all.error && !all.garbage
          ? await faults.strike('queue-statistics')
          : all;
      if (garbage) {
        tell(garbage.status);
        response.status(garbage.status).type('json').send(garbage.body);
        return;
      }
      if (error) throw error;
      const body = compute(request);
      tell(200);
      // Lists carry their addresses in `meta`.
      response.json('meta' in body ? body : { ...identity, url: `${workspaceUrl}/${path}`, ...body });
    } catch (refusal: unknown) {
      if (refusal instanceof TwilioError) tell(refusal.status);
      throw refusal;
    }
  };
  return (request, response, next) => void serve(request, response).catch(next);
}

/** TaskRouter documents an integer here, in the combined resources a float. */
const withWholeAverage = <T extends { avg_task_acceptance_time: number }>(statistics: T): T => ({
  ...statistics,
  avg_task_acceptance_time: Math.round(statistics.avg_task_acceptance_time),
});

/** The bulk resource answers zeros for a queue of somebody else's. */
const unknownQueue = (sid: string): TaskQueue => ({
  sid,
  friendlyName: '',
  targetWorkers: '',
  createdAt: 0,
  updatedAt: 0,
});
