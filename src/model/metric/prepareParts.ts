import { dataTimes, staleSince, timelinessOf } from './freshness';
import { secondsSince } from './incrementValue';
import { numberFormat } from './intlFormats';
import { partsOf as sourcesIn } from './joinedData';
import { partIn } from './partOfQueues';
import { choiceNeeded, prepareShaped } from './prepareFormula';
import { hasData, usesOf, type MetricContext, type MetricInput } from './prepareMetric';
import { readParts } from './readParts';
import type { NoAnswerReading, PartsReading, PartsValueReading } from './Reading';

/** A formula of named counts, and the name of the whole. */
export interface PartsFormula {
  readonly key: string;
  readonly label: string;
  readonly formula: string;
}

/** What stays on screen while the formula cannot be evaluated. */
export interface PartsMemory {
  readonly parts: PartsValueReading | NoAnswerReading;
  /** When its data was collected: milliseconds since 1970. */
  readonly at: number;
}

export interface PartsEvaluation {
  readonly reading: PartsReading;
  readonly memory: PartsMemory | undefined;
  /** Until then (milliseconds since 1970) the same data give the same reading. */
  readonly changesAt: number;
  readonly isStopped?: boolean;
}

/** Compiles a formula of named counts, so that evaluating it looks nothing up. What it makes never throws. */
export function prepareParts(
  { key, label, formula }: PartsFormula,
  { locale, compile }: MetricContext,
): (input: MetricInput, now: number, before?: PartsMemory) => PartsEvaluation {
  const { evaluate, analysis } = prepareShaped(formula, readParts, compile);
  const { agesWaits, readsTotals, readsAllQueues } = usesOf(analysis);
  const write = numberFormat(locale, 'decimal', undefined);
  const metric = { key, label };

  return ({ data, staleAfterSeconds, budget }, now, before) => {
    const { data: collected } = sourcesIn(data);
    if (!hasData(collected))
      return { reading: { ...metric, status: 'no-data' }, memory: undefined, changesAt: Infinity };
    const { collectedAt } = dataTimes(collected);
    const { freshness, changesAt, freshAt } = timelinessOf(collected, now, staleAfterSeconds, readsTotals);
    const outcome = evaluate(data, budget, agesWaits ? secondsSince(collectedAt, freshAt) : 0);
    if ('problem' in outcome) {
      const { problem, retryAfter } = outcome;
      const needs = choiceNeeded(problem);
      if (needs)
        return { reading: { ...metric, status: 'no-data', needs }, memory: before, changesAt: Infinity };
      const retryAt = retryAfter === undefined ? Infinity : now + retryAfter;
      const isStopped = retryAfter !== undefined;
      // A formula that was stopped says nothing of its value: the last reading stays, as a stale one.
      if (!isStopped || !before)
        return {
          reading: { ...metric, status: 'formula-error', problem },
          memory: undefined,
          changesAt: retryAt,
          isStopped,
        };
      const stale = staleSince(before.at, now);
      return {
        reading: { ...before.parts, freshness: stale.freshness, stopped: problem },
        memory: before,
        changesAt: Math.min(retryAt, stale.changesAt),
        isStopped,
      };
    }
    const about = { ...metric, freshness, completeness: readsAllQueues ? partIn(collected) : undefined };
    const total = outcome.value?.reduce((sum, { count }) => sum + count, 0) ?? 0;
    const parts: PartsValueReading | NoAnswerReading = outcome.value
      ? {
          ...about,
          status: 'parts',
          parts: outcome.value.map((part) => ({ ...part, text: write(part.count) })),
          total,
          text: write(total),
        }
      : { ...about, status: 'no-answer' };
    const isGrowing = agesWaits && freshness.status === 'fresh' && collectedAt !== undefined;
    const growsAt = isGrowing ? collectedAt + secondsSince(collectedAt, now) * 1000 + 1000 : Infinity;
    return {
      reading: parts,
      memory: { parts, at: collectedAt ?? now },
      changesAt: Math.min(growsAt, changesAt),
    };
  };
}
