import * as React from 'react';
import { useStrings } from '../../../strings/StringsContext';
import type { JsonObject } from '../../../model/board/BoardDocuments';
import type { MetricChanges } from '../draft/EditingCommand';
import { LookFields } from './LookFields';
import { NumberInput } from './NumberInput';
import { textOf } from './savedFields';
import { numberKindOf } from './typedNumber';

export interface MoreFieldsProps {
  /** The metric as it is saved. */
  readonly metric: JsonObject;
  readonly onChange: (field: string, changes: MetricChanges) => void;
}

/** What most metrics do without: other looks, against flicker, against averages of next to nothing, and what the metric means. */
export function MoreFields({ metric, onChange }: MoreFieldsProps): React.ReactElement {
  const { text } = useStrings();
  return (
    <details>
      <summary>{text('PanelAdvanced')}</summary>
      <div className="panel-row">
        <LookFields metric={metric} onChange={onChange} />
        <NumberInput
          label={text('WorkbenchHold')}
          saved={metric.holdSeconds}
          kind="time"
          least={0}
          onChange={(holdSeconds) => onChange('holdSeconds', { holdSeconds })}
        />
        <NumberInput
          label={text('WorkbenchHysteresis')}
          saved={metric.hysteresis}
          kind={numberKindOf(metric.format)}
          least={0}
          onChange={(hysteresis) => onChange('hysteresis', { hysteresis })}
        />
        <label className="panel-wide">
          {text('WorkbenchSample')}
          <input
            value={textOf(metric.sampleFormula)}
            onChange={(event) => {
              const sampleFormula = event.target.value || undefined;
              // One is nothing without the other.
              const isFirst = sampleFormula !== undefined && metric.minimumSample === undefined;
              onChange('sampleFormula', {
                sampleFormula,
                ...(isFirst && { minimumSample: 10 }),
                ...(sampleFormula === undefined && { minimumSample: undefined }),
              });
            }}
          />
        </label>
        {textOf(metric.sampleFormula) === '' ? null : (
          <NumberInput
            label={text('WorkbenchMinimumSample')}
            saved={metric.minimumSample}
            kind="number"
            least={0}
            onChange={(minimumSample) => onChange('minimumSample', { minimumSample })}
          />
        )}
        <label className="panel-wide">
          {text('WorkbenchDescription')}
          <textarea
            rows={3}
            dir="auto"
            value={textOf(metric.description)}
            onChange={(event) => onChange('description', { description: event.target.value || undefined })}
          />
        </label>
      </div>
    </details>
  );
}
