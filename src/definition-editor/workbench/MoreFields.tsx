import * as React from 'react';
import { useStrings } from '../../strings/StringsContext';
import type { JsonObject } from '../../model/board/BoardDocuments';
import type { MetricChanges } from '../session/EditingCommand';
import { textOf } from './fieldValues';
import { NumberField } from './NumberField';

export interface MoreFieldsProps {
  /** The metric as it is saved. */
  readonly metric: JsonObject;
  readonly onChange: (field: string, changes: MetricChanges) => void;
}

/** What most metrics do without: against flicker, against averages of next to nothing, and what the metric means. */
export function MoreFields({ metric, onChange }: MoreFieldsProps): React.ReactElement {
  const { text } = useStrings();
  return (
    <details>
      <summary>{text('WorkbenchMore')}</summary>
      <div className="workbench-row">
        <NumberField
          label={text('WorkbenchHysteresis')}
          saved={metric.hysteresis}
          onChange={(hysteresis) => onChange('hysteresis', { hysteresis })}
        />
        <NumberField
          label={text('WorkbenchHold')}
          saved={metric.holdSeconds}
          onChange={(holdSeconds) => onChange('holdSeconds', { holdSeconds })}
        />
      </div>
      <div className="workbench-row">
        <label>
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
          <NumberField
            label={text('WorkbenchMinimumSample')}
            saved={metric.minimumSample}
            onChange={(minimumSample) => onChange('minimumSample', { minimumSample })}
          />
        )}
      </div>
      <div className="workbench-row">
        <label>
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
