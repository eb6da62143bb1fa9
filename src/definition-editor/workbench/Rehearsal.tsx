import * as React from 'react';
import type { MetricDefinition } from '../../contract/metricDefinition';
import { valueOf } from '../../metric/Loaded';
import { rehearse } from '../../series/rehearse';
import { weekdaysOf } from '../../strings/clockTimes';
import { useStrings } from '../../strings/StringsContext';
import { QuietButton } from '../../ui/QuietButton';
import { limitsOf } from '../../visuals/trend/drawnTrend';
import { trendStateInWords, valueInWords } from '../../visuals/trend/trendInWords';
import { useTrend } from '../../visuals/trend/TrendsContext';

export interface RehearsalProps {
  /** As it is typed. */
  readonly definition: MetricDefinition;
  /** Somebody wants the proposed limit. */
  readonly onPropose: (limit: number) => void;
}

/** How often the thresholds that are being typed would have been crossed on the same weekday of the last weeks. */
export function Rehearsal({ definition, onPropose }: RehearsalProps): React.ReactElement | null {
  const strings = useStrings();
  const { text, locale } = strings;
  const loaded = useTrend(definition);
  const trend = loaded && valueOf(loaded);
  const found = React.useMemo(() => trend && rehearse(trend, definition), [trend, definition]);
  if (!loaded || loaded.status === 'missing') return null;
  const state = trendStateInWords(loaded, strings);
  if (state) return <p className="panel-note">{state}</p>;
  if (!trend || !found || found.judged + found.tooFew === 0)
    return <p className="panel-note">{text('TrendTooLittle')}</p>;
  const { judged, warning, critical, tooFew, days, proposal } = found;
  const { today, timeZone } = trend.past;
  const weekdays = weekdaysOf(today.start, timeZone, locale);
  const limit = proposal === undefined ? undefined : valueInWords(proposal, definition, locale);
  const hasLimits = limitsOf(definition).length > 0;
  return (
    <div className="panel-note" data-rehearsal="">
      <p role="status">
        {hasLimits ? text('RehearsalFound', { critical, warning, judged, count: days, weekdays }) : ''}
        {tooFew > 0 ? ` ${text('RehearsalTooFew', { tooFew })}` : ''}
      </p>
      {hasLimits ? <p>{text('RehearsalLeftOut')}</p> : null}
      {proposal === undefined || limit === undefined ? null : (
        <p>
          {text('RehearsalProposal', { limit, count: days, weekdays })}{' '}
          <QuietButton type="button" onClick={() => onPropose(proposal)}>
            {text('RehearsalUse', { limit })}
          </QuietButton>
        </p>
      )}
    </div>
  );
}
