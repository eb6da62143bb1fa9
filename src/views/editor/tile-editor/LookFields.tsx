import * as React from 'react';
import type { NamedThresholdStyle } from '../../../schema/metricDefinition';
import { styleNames } from '../../../model/metric/levels';
import type { TextKey } from '../../../strings/TextKey';
import { useStrings } from '../../../strings/StringsContext';
import type { JsonObject } from '../../../model/board/BoardDocuments';
import type { MetricChanges } from '../draft/EditingCommand';
import { styleNameOf } from './savedFields';

export interface LookFieldsProps {
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

const labels = {
  defaultStyle: 'WorkbenchDefaultStyle',
  firstThresholdStyle: 'WorkbenchFirstStyle',
  secondThresholdStyle: 'WorkbenchSecondStyle',
} as const satisfies Readonly<Record<string, TextKey>>;

/** What the tile looks like within its thresholds and past each of them. */
export function LookFields({ metric, onChange }: LookFieldsProps): React.ReactElement {
  const { text } = useStrings();
  const fields = Object.keys(labels) as readonly (keyof typeof labels)[];
  return (
    <>
      {fields.map((field) => {
        const name = styleNameOf(metric[field]);
        const isKnown = styleNames.some((known) => known === name);
        return (
          <label key={field}>
            {text(labels[field])}
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
      })}
    </>
  );
}
