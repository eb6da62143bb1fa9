import * as React from 'react';
import type { NamedThresholdStyle } from '../../contract/metricDefinition';
import { styleNames } from '../../metric/levels';
import type { TextKey } from '../../strings/TextKey';
import { useStrings } from '../../strings/StringsContext';
import type { JsonObject } from '../../model/board/BoardDocuments';
import type { MetricChanges } from '../session/EditingCommand';
import { styleNameOf, usualStyles } from './fieldValues';
import { LimitField } from './LimitField';

export interface ThresholdFieldsProps {
  /** The metric as it is saved. */
  readonly metric: JsonObject;
  readonly onChange: (field: string, changes: MetricChanges) => void;
}

const styleTexts = {
  Default: 'StyleDefault',
  Success: 'StyleSuccess',
  Warn: 'StyleWarn',
  Error: 'StyleError',
  'Success Strong': 'StyleSuccessStrong',
  'Warn Strong': 'StyleWarnStrong',
  'Error Strong': 'StyleErrorStrong',
} as const satisfies Readonly<Record<NamedThresholdStyle, TextKey>>;

/** From which value on a tile looks different, and how. */
export function ThresholdFields({ metric, onChange }: ThresholdFieldsProps): React.ReactElement {
  const { text } = useStrings();
  const isInverted = metric.invertThresholds === true;
  const direction = text(isInverted ? 'WorkbenchBelow' : 'WorkbenchAbove');
  const styleField = (
    field: 'defaultStyle' | 'firstThresholdStyle' | 'secondThresholdStyle',
    label: string,
  ): React.ReactElement => {
    const name = styleNameOf(metric[field]);
    const isKnown = styleNames.some((known) => known === name);
    return (
      <label>
        {label}
        <select
          value={name}
          onChange={(event) => {
            const chosen = styleNames.find((known) => known === event.target.value);
            if (chosen) onChange(field, { [field]: chosen });
          }}
        >
          {isKnown ? null : <option value={name}>{name === 'own' ? text('OwnColours') : name}</option>}
          {styleNames.map((known) => (
            <option key={known} value={known}>
              {text(styleTexts[known])}
            </option>
          ))}
        </select>
      </label>
    );
  };
  const limitField = (
    field: 'firstThresholdValue' | 'secondThresholdValue',
    style: 'firstThresholdStyle' | 'secondThresholdStyle',
    label: string,
  ): React.ReactElement => (
    <LimitField
      label={label}
      saved={metric[field]}
      onChange={(limit) => {
        const isFirst = limit !== undefined && metric[style] === undefined;
        onChange(field, { [field]: limit, ...(isFirst && { [style]: usualStyles[style] }) });
      }}
    />
  );
  return (
    <fieldset>
      <legend>{text('Thresholds')}</legend>
      <label>
        {text('WorkbenchDirection')}
        <select
          value={String(isInverted)}
          onChange={(event) =>
            onChange('invertThresholds', {
              invertThresholds: event.target.value === 'true' ? true : undefined,
            })
          }
        >
          <option value="false">{text('WorkbenchAbove')}</option>
          <option value="true">{text('WorkbenchBelow')}</option>
        </select>
      </label>
      {styleField('defaultStyle', text('WorkbenchDefaultStyle'))}
      {limitField('firstThresholdValue', 'firstThresholdStyle', text('WorkbenchFirstLimit', { direction }))}
      {styleField('firstThresholdStyle', text('WorkbenchFirstStyle'))}
      {limitField(
        'secondThresholdValue',
        'secondThresholdStyle',
        text('WorkbenchSecondLimit', { direction }),
      )}
      {styleField('secondThresholdStyle', text('WorkbenchSecondStyle'))}
    </fieldset>
  );
}
