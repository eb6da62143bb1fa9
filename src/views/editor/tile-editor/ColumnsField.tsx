import * as React from 'react';
import type { JsonObject } from '../../../model/board/BoardDocuments';
import { useStrings } from '../../../strings/StringsContext';
import { Button } from '../../../ui/Button';
import { styled, themeGet } from '../../../paste/styling';
import { FormatFields } from './FormatFields';
import { textOf } from './savedFields';
import { TypedField } from './TypedField';
import type { Typed } from './typedNumber';
import { ThresholdFields } from './ThresholdFields';

export interface ColumnsFieldProps {
  readonly label: string;
  /** Metrics that read one row each, as they are saved. */
  readonly columns: readonly JsonObject[];
  /** Whether each may show its trend. */
  readonly haveTrend: boolean;
  readonly onChange: (columns: readonly JsonObject[]) => void;
}

/** A list of columns, each with what a metric has: added, removed, moved, and opened one by one. */
export function ColumnsField({ label, columns, haveTrend, onChange }: ColumnsFieldProps): React.ReactElement {
  const { text } = useStrings();
  const list = React.useRef<HTMLDivElement>(null);
  const wanted = React.useRef<number>();
  // A column that was moved, added or removed leaves no button for the focus to be on.
  React.useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const heads = list.current?.querySelectorAll<HTMLElement>('summary');
    heads?.[Math.min(wanted.current, heads.length - 1)]?.focus();
    wanted.current = undefined;
  });
  const go = (index: number, changed: readonly JsonObject[]): void => {
    wanted.current = index;
    onChange(changed);
  };
  const replaced = (index: number, column: JsonObject): readonly JsonObject[] =>
    columns.map((other, at) => (at === index ? column : other));
  const swapped = (index: number, by: number): readonly JsonObject[] => {
    const others = columns.filter((_, at) => at !== index);
    return [...others.slice(0, index + by), ...columns.slice(index, index + 1), ...others.slice(index + by)];
  };
  const freeLabel = (): string => {
    const labels = columns.map((column) => textOf(column.label));
    for (let number = columns.length + 1; ; number += 1) {
      const free = text('PanelColumn', { number });
      if (!labels.includes(free)) return free;
    }
  };
  return (
    <Columns role="group" aria-label={label} ref={list}>
      <strong>{label}</strong>
      {columns.map((column, index) => (
        <details key={index}>
          <summary>{textOf(column.label) || text('PanelColumn', { number: index + 1 })}</summary>
          <div className="panel-row">
            <OneColumn
              column={column}
              hasTrend={haveTrend}
              others={columns.filter((other) => other !== column).map((other) => textOf(other.label))}
              onChange={(changed) => onChange(replaced(index, changed))}
            />
          </div>
          <div className="panel-buttons">
            <Button type="button" disabled={index === 0} onClick={() => go(index - 1, swapped(index, -1))}>
              {text('PanelColumnUp')}
            </Button>
            <Button
              type="button"
              disabled={index === columns.length - 1}
              onClick={() => go(index + 1, swapped(index, 1))}
            >
              {text('PanelColumnDown')}
            </Button>
            <Button
              type="button"
              disabled={columns.length === 1}
              onClick={() =>
                go(
                  index,
                  columns.filter((_, at) => at !== index),
                )
              }
            >
              {text('PanelColumnRemove')}
            </Button>
          </div>
        </details>
      ))}
      <Button
        type="button"
        onClick={() => go(columns.length, [...columns, { label: freeLabel(), formula: 'waiting(row)' }])}
      >
        {text('PanelColumnAdd')}
      </Button>
    </Columns>
  );
}

function OneColumn({
  column,
  hasTrend,
  others,
  onChange,
}: {
  readonly column: JsonObject;
  readonly hasTrend: boolean;
  /** Labels that other columns have. */
  readonly others: readonly string[];
  readonly onChange: (column: JsonObject) => void;
}): React.ReactElement {
  const { text } = useStrings();
  const change = (_field: string, changes: object): void => {
    const fields = Object.entries({ ...column, ...changes }).filter(([, value]) => value !== undefined);
    onChange(Object.fromEntries(fields));
  };
  return (
    <>
      <TypedField
        label={text('WorkbenchLabel')}
        saved={column.label}
        written={textOf(column.label)}
        read={(typed): Typed<string> => {
          if (typed.trim() === '') return { problem: 'needed' };
          return others.includes(typed) ? { problem: 'taken' } : { value: typed };
        }}
        onChange={(label) => change('label', { label })}
      />
      <label className="panel-wide">
        {text('Formula')}
        <input
          className="panel-code"
          value={textOf(column.formula)}
          onChange={({ target }) => change('formula', { formula: target.value })}
        />
      </label>
      <FormatFields metric={column} onChange={change} />
      {hasTrend ? (
        <label className="panel-check panel-wide">
          <input
            type="checkbox"
            checked={column.trend === true}
            onChange={({ target }) => change('trend', { trend: target.checked || undefined })}
          />
          {text('TrendBeside')}
        </label>
      ) : null}
      <ThresholdFields metric={column} reading={undefined} definition={undefined} onChange={change} />
    </>
  );
}

const Columns = styled('div')`
  display: grid;
  gap: 0.5rem;
  justify-items: start;
  > details {
    width: 100%;
    box-sizing: border-box;
    padding: 0.25rem 0.75rem;
    border: 1px solid ${themeGet('borderColors.colorBorderWeak')};
    border-radius: 6px;
  }
  .panel-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin: 0.75rem 0 0.5rem;
  }
`;
