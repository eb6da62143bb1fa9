import * as React from 'react';
import { isText } from '../../../model/metric/fieldChecks';
import { levelOfStyle } from '../../../model/metric/levels';
import type { Reading } from '../../../model/metric/Reading';
import type { MetricDefinition, ThresholdStyle } from '../../../schema/metricDefinition';
import { useStrings } from '../../../strings/StringsContext';
import type { JsonObject } from '../../../model/board/BoardDocuments';
import type { MetricChanges } from '../draft/EditingCommand';
import { LimitInput } from './LimitInput';
import { Rehearsal } from './Rehearsal';
import { usualStyles } from './savedFields';
import { ThresholdScale, type ScaleLimit } from './ThresholdScale';
import { numberKindOf } from './typedNumber';

export interface ThresholdFieldsProps {
  /** The metric as it is saved. */
  readonly metric: JsonObject;
  /** What it reads now. */
  readonly reading: Reading | undefined;
  /** The metric, where what is saved is one. */
  readonly definition: MetricDefinition | undefined;
  readonly onChange: (field: string, changes: MetricChanges) => void;
}

const thresholds = [
  ['firstThresholdValue', 'firstThresholdStyle'],
  ['secondThresholdValue', 'secondThresholdStyle'],
] as const;

/** From which value on the tile warns, and from which it is critical. */
export function ThresholdFields({
  metric,
  reading,
  definition,
  onChange,
}: ThresholdFieldsProps): React.ReactElement {
  const { text } = useStrings();
  const isBelow = metric.invertThresholds === true;
  const isShowingText = reading?.status === 'value' && typeof reading.value === 'string';
  const limitField = (
    field: 'firstThresholdValue' | 'secondThresholdValue',
    style: 'firstThresholdStyle' | 'secondThresholdStyle',
  ): React.ReactElement => (
    <LimitInput
      label={text(isBelow ? 'LimitBelow' : 'LimitAbove', { level: levelName(field, style) })}
      saved={metric[field]}
      kind={numberKindOf(metric.format)}
      unit={isText(metric.unit) ? metric.unit : undefined}
      mayBeText={isShowingText || isText(metric[field])}
      onChange={(limit) => change(field, style, limit)}
    />
  );
  const change = (
    field: string,
    style: keyof typeof usualStyles,
    limit: number | string | undefined,
  ): void => {
    const isFirst = limit !== undefined && metric[style] === undefined;
    onChange(field, { [field]: limit, ...(isFirst && { [style]: usualStyles[style] }) });
  };
  /** A threshold is called what its style says, unless both say the same or one says nothing. */
  const levelName = (field: string, style: keyof typeof usualStyles): string => {
    const [first, second] = (['firstThresholdStyle', 'secondThresholdStyle'] as const).map((name) =>
      levelOfStyle((metric[name] as ThresholdStyle | undefined) ?? usualStyles[name]),
    );
    const level = style === 'firstThresholdStyle' ? first : second;
    if (first === second || level === undefined || level === 'normal')
      return text(field === 'firstThresholdValue' ? 'WorkbenchFirst' : 'WorkbenchSecond');
    return text(level === 'warning' ? 'Warning' : 'Critical');
  };
  const value = reading && 'value' in reading ? (reading.grown ?? reading.value) : undefined;
  const onScale = thresholds.flatMap(([field, style]): readonly ScaleLimit[] => {
    const limit = metric[field];
    if (typeof limit !== 'number') return [];
    return [
      {
        label: levelName(field, style),
        value: limit,
        level: levelOfStyle((metric[style] as ThresholdStyle | undefined) ?? usualStyles[style]),
        onMove: (to) => change(field, style, to),
      },
    ];
  });
  return (
    <fieldset>
      <legend>{text('PanelAlert')}</legend>
      <label className="panel-wide">
        {text('PanelDirection')}
        <select
          value={String(isBelow)}
          onChange={(event) =>
            onChange('invertThresholds', {
              invertThresholds: event.target.value === 'true' ? true : undefined,
            })
          }
        >
          <option value="false">{text('PanelAbove')}</option>
          <option value="true">{text('PanelBelow')}</option>
        </select>
      </label>
      {limitField('firstThresholdValue', 'firstThresholdStyle')}
      {limitField('secondThresholdValue', 'secondThresholdStyle')}
      {definition && onScale.length > 0 ? (
        <ThresholdScale
          definition={definition}
          limits={onScale}
          value={typeof value === 'number' ? value : undefined}
        />
      ) : null}
      {definition ? (
        <Rehearsal
          definition={definition}
          onLimit={(field, limit) =>
            change(
              field,
              field === 'firstThresholdValue' ? 'firstThresholdStyle' : 'secondThresholdStyle',
              limit,
            )
          }
        />
      ) : null}
    </fieldset>
  );
}
