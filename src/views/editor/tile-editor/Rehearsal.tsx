import * as React from 'react';
import type { MetricDefinition } from '../../../schema/metricDefinition';
import { valueOf } from '../../../model/metric/Loaded';
import { rehearse } from '../../../model/series/rehearse';
import { weekdaysOf } from '../../../strings/clockTimes';
import { useStrings } from '../../../strings/StringsContext';
import { Button } from '../../../ui/Button';
import { limitsOf } from '../../../visuals/trend/drawnTrend';
import { trendStateInWords, valueInWords } from '../../../visuals/trend/trendInWords';
import { useTrend } from '../../../visuals/trend/TrendsContext';
import { RehearsalChart, type LimitFieldName } from './RehearsalChart';

export interface RehearsalProps {
  /** As it is typed. */
  readonly definition: MetricDefinition;
  /** Somebody moved a limit, or wants the one that is proposed. */
  readonly onLimit: (field: LimitFieldName, limit: number) => void;
}

/** How often the thresholds that are being typed would have been crossed on the same weekday of the last weeks. */
export function Rehearsal({ definition: saved, onLimit }: RehearsalProps): React.ReactElement | null {
  const strings = useStrings();
  const { text, locale } = strings;
  const [tried, setTried] = React.useState<Partial<Pick<MetricDefinition, LimitFieldName>>>({});
  React.useEffect(() => setTried({}), [saved]);
  const definition = React.useMemo(() => ({ ...saved, ...tried }), [saved, tried]);
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
    <div className="panel-note panel-wide" data-rehearsal="">
      <RehearsalChart
        trend={trend}
        definition={definition}
        onTry={(field, limit) => setTried({ [field]: limit })}
        onLimit={(field, limit) => {
          setTried({});
          onLimit(field, limit);
        }}
      />
      <p role="status">
        {hasLimits ? text('RehearsalFound', { critical, warning, judged, count: days, weekdays }) : ''}
        {tooFew > 0 ? ` ${text('RehearsalTooFew', { tooFew })}` : ''}
      </p>
      {hasLimits ? <p>{text('RehearsalLeftOut')}</p> : null}
      {proposal === undefined || limit === undefined ? null : (
        <p>
          {text('RehearsalProposal', { limit, count: days, weekdays })}{' '}
          <Button type="button" onClick={() => onLimit('firstThresholdValue', proposal)}>
            {text('RehearsalUse', { limit })}
          </Button>
        </p>
      )}
    </div>
  );
}
