import * as React from 'react';
import { formatNames, isFormatName, type FormatName } from '../../../model/metric/formatValue';
import type { JsonObject } from '../../../model/board/BoardDocuments';
import type { TextKey } from '../../../strings/TextKey';
import { useStrings } from '../../../strings/StringsContext';
import type { MetricChanges } from '../draft/EditingCommand';
import { textOf } from './savedFields';

export interface FormatFieldsProps {
  /** The metric as it is saved. */
  readonly metric: JsonObject;
  readonly onChange: (field: string, changes: MetricChanges) => void;
}

const formatTexts = {
  '': 'FormatAsIs',
  number: 'FormatNumber',
  compact: 'FormatCompact',
  percent: 'FormatPercent',
  seconds: 'FormatSeconds',
  'hh:mm:ss': 'FormatClock',
  duration: 'FormatDuration',
  time: 'FormatTime',
} as const satisfies Readonly<Record<FormatName, TextKey>>;

const decimalChoices = ['0', '1', '2', '3', '4', '5', '6'];

/** How the value is written. */
export function FormatFields({ metric, onChange }: FormatFieldsProps): React.ReactElement {
  const { text } = useStrings();
  const format = textOf(metric.format);
  const decimals = textOf(metric.decimals);
  return (
    <>
      <label>
        {text('WorkbenchFormat')}
        <select
          value={format}
          onChange={(event) => onChange('format', { format: event.target.value || undefined })}
        >
          {isFormatName(format) ? null : <option value={format}>{format}</option>}
          {formatNames.map((name) => (
            <option key={name} value={name}>
              {text(formatTexts[name])}
            </option>
          ))}
        </select>
      </label>
      {format === 'number' || format === 'percent' ? (
        <label>
          {text('WorkbenchDecimals')}
          <select
            value={decimals}
            onChange={({ target: { value } }) =>
              onChange('decimals', { decimals: value === '' ? undefined : Number(value) })
            }
          >
            {[...new Set(['', ...decimalChoices, decimals])].map((choice) => (
              <option key={choice} value={choice}>
                {choice === '' ? text('VisualAutomatic') : choice}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label>
        {text('WorkbenchUnit')}
        <input
          dir="auto"
          value={textOf(metric.unit)}
          onChange={(event) => onChange('unit', { unit: event.target.value || undefined })}
        />
      </label>
      <label className="panel-check panel-wide">
        <input
          type="checkbox"
          checked={metric.increment === true}
          onChange={(event) => onChange('increment', { increment: event.target.checked || undefined })}
        />
        {text('WorkbenchIncrement')}
      </label>
    </>
  );
}
