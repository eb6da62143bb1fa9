import type { DashboardNotice } from '../../schema/dashboardData';
import type { DashboardSources } from '../../sources/DashboardSources';
import { timeIn } from '../../model/time/timeIn';
import { valueOf, type Loaded } from '../../model/metric/Loaded';
import { hasData } from '../../model/metric/prepareMetric';
import { dataTimes, timelinessOf } from '../../model/metric/freshness';
import type { BoardStatus, DataState } from './boardState';
import { lateAfter, type Collections } from './lateAfter';
import type { EvaluationContext } from './ReadingsStore';

/**
 * How things stand with a board as a whole, at one moment.
 * @param collections those before, as far as this browser saw them
 */
export function boardStatus(
  sources: Pick<DashboardSources, 'connection' | 'refresh' | 'data'>,
  { now, staleAfterSeconds }: Pick<EvaluationContext, 'now' | 'staleAfterSeconds'>,
  collections: Collections = [],
): BoardStatus {
  const data = sources.data.get();
  const value = valueOf(data);
  const { collectedAt, dayEndsAt } = dataTimes(value);
  const { freshness } = timelinessOf(value, now, staleAfterSeconds, false);
  return {
    connection: sources.connection.get(),
    refresh: sources.refresh.get(),
    now,
    data: dataState(data),
    collectedAt,
    freshness,
    isLate:
      freshness.status === 'fresh' &&
      collectedAt !== undefined &&
      now - collectedAt >= lateAfter(collections, staleAfterSeconds),
    isDayOver: now >= dayEndsAt,
    day: dayOf(value),
    notices: noticesOf(value),
  };
}

function dataState(data: Loaded<unknown>): DataState {
  return data.status === 'ready' ? { status: hasData(data.value) ? 'present' : 'empty' } : data;
}

function dayOf(data: unknown): BoardStatus['day'] {
  const { start, starts_at, time_zone } =
    (data as { day?: { start?: unknown; starts_at?: unknown; time_zone?: unknown } } | null | undefined)
      ?.day ?? {};
  return typeof starts_at === 'string' && typeof time_zone === 'string'
    ? { start: timeIn(start), startsAt: starts_at, timeZone: time_zone }
    : undefined;
}

/** Anybody may have written the document: what is no notice is none. */
function noticesOf(data: unknown): readonly DashboardNotice[] {
  const { notices } = (data as { notices?: unknown } | null | undefined) ?? {};
  return Array.isArray(notices) ? notices.filter(isNotice) : [];
}

function isNotice(notice: unknown): notice is DashboardNotice {
  const { code, text } = (notice as { code?: unknown; text?: unknown } | null) ?? {};
  return typeof code === 'string' && typeof text === 'string';
}
