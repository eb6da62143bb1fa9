import * as React from 'react';
import type { StoredVisual } from '../../../schema/boardDocuments';
import { isRecord, isText } from '../../../model/metric/fieldChecks';
import { isMetricEntry, labelOf, metricOf, type Board } from '../../../model/board/Board';
import { useStrings } from '../../../strings/StringsContext';
import type { RegisteredKind, VisualField } from '../../../visuals/VisualKind';
import { FormulaField } from '../formula-field/FormulaField';
import { ColumnsField } from './ColumnsField';
import { NumberInput } from './NumberInput';
import { textOf } from './savedFields';
import { TypedField } from './TypedField';
import { numberKindOf, readTypedBand, writeNumber, type Typed } from './typedNumber';
import { schemaOf } from './visualAs';

export interface VisualFieldsProps {
  readonly kind: RegisteredKind;
  /** What is stored of the tile. */
  readonly visual: StoredVisual;
  readonly board: Board;
  /** The dashboard data of this moment. */
  readonly data: unknown;
  readonly onChange: (field: string, visual: StoredVisual) => void;
}

/** The fields that a kind of tile says it has. */
export function VisualFields({ kind, visual, onChange, ...setting }: VisualFieldsProps): React.ReactElement {
  const schema = schemaOf(kind);
  return (
    <>
      {(kind.form?.fields ?? []).map((field) => (
        <OneField
          key={`${kind.kind} ${field.field}`}
          {...setting}
          field={field}
          isRequired={schema[field.field]?.isRequired ?? false}
          visual={visual}
          onChange={(value) => {
            const { [field.field]: _before, ...others } = visual;
            onChange(field.field, {
              ...others,
              ...(value === undefined ? {} : { [field.field]: value }),
              kind: visual.kind,
            });
          }}
        />
      ))}
    </>
  );
}

interface OneFieldProps extends Pick<VisualFieldsProps, 'visual' | 'board' | 'data'> {
  readonly field: VisualField;
  readonly isRequired: boolean;
  readonly onChange: (value: unknown) => void;
}

function OneField({ field: about, isRequired, visual, board, data, onChange }: OneFieldProps) {
  const { text, locale } = useStrings();
  const { field, input, empty, choices = [] } = about;
  const label = text(about.label);
  const saved = visual[field];
  const placeholder = empty && text(empty);
  const metric = metricOf(board, textOf(visual.metric)) ?? {};
  const kind = numberKindOf(metric.format);
  const unit = isText(metric.unit) ? metric.unit : undefined;
  /** A required field that is empty stays as it was. */
  const needed = <Value,>(typed: Typed<Value>): Typed<Value> =>
    isRequired && 'value' in typed && typed.value === undefined ? { problem: 'needed' } : typed;
  const options = (offered: readonly (readonly [value: string, label: string])[]): React.ReactElement => {
    const value = textOf(saved);
    const isOffered = offered.some(([known]) => known === value) || (value === '' && !isRequired);
    return (
      <label>
        {label}
        <select value={value} onChange={({ target }) => onChange(target.value || undefined)}>
          {isRequired ? null : <option value="">{placeholder}</option>}
          {isOffered ? null : <option value={value}>{value}</option>}
          {offered.map(([known, name]) => (
            <option key={known} value={known}>
              {name}
            </option>
          ))}
        </select>
      </label>
    );
  };
  switch (input) {
    case 'metric': {
      const keys = [...board.metrics].flatMap(([key, entry]) => (isMetricEntry(entry) ? [key] : []));
      const metrics = keys.map((key) => [key, labelOf(board, key)] as const);
      return options(metrics.sort(([, a], [, b]) => a.localeCompare(b, locale, { numeric: true })));
    }
    case 'choice':
      return options(choices.map((choice) => [choice.value, text(choice.label)] as const));
    case 'number':
      return (
        <NumberInput
          label={label}
          saved={saved}
          kind={kind}
          unit={unit}
          {...(placeholder === undefined ? {} : { placeholder })}
          onChange={onChange}
        />
      );
    case 'band':
      return (
        <TypedField
          label={label}
          saved={saved}
          written={writeNumber(saved, kind, locale)}
          read={(typed) => needed(readTypedBand(typed, kind, unit))}
          placeholder={placeholder}
          onChange={onChange}
        />
      );
    case 'zone':
      return (
        <TypedField
          label={label}
          saved={saved}
          written={textOf(saved)}
          read={(typed) => needed(readZone(typed))}
          placeholder={placeholder}
          likely={timeZones()}
          onChange={onChange}
        />
      );
    case 'lines':
      return <Lines label={label} saved={saved} isRequired={isRequired} onChange={onChange} />;
    case 'text':
      return (
        <TypedField
          label={label}
          saved={saved}
          written={textOf(saved)}
          read={(typed) => needed({ value: typed || undefined })}
          placeholder={placeholder}
          onChange={onChange}
        />
      );
    case 'formula':
      return (
        <FormulaChoice
          about={about}
          value={textOf(saved)}
          data={data}
          onChange={(formula) => onChange(formula)}
        />
      );
    case 'flag':
      return (
        <label className="panel-check panel-wide">
          <input
            type="checkbox"
            checked={saved === true}
            onChange={({ target }) => onChange(target.checked || undefined)}
          />
          {label}
        </label>
      );
    case 'columns':
      return (
        <ColumnsField
          label={label}
          columns={Array.isArray(saved) ? saved.filter(isRecord) : []}
          haveTrend={about.haveTrend ?? false}
          onChange={onChange}
        />
      );
  }
}

/** Those that the browser lists; an older one lists none. */
const timeZones = (): readonly string[] =>
  (Intl as { supportedValuesOf?: (key: string) => readonly string[] }).supportedValuesOf?.('timeZone') ?? [];

function readZone(typed: string): Typed<string> {
  const zone = typed.trim();
  try {
    if (zone !== '') new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    return { problem: 'zone' };
  }
  return { value: zone || undefined };
}

/** Several lines of text; an empty one that is needed stays as it was. */
function Lines({
  label,
  saved,
  isRequired,
  onChange,
}: Pick<OneFieldProps, 'isRequired' | 'onChange'> & { readonly label: string; readonly saved: unknown }) {
  const { text } = useStrings();
  const [isEmpty, setEmpty] = React.useState(false);
  return (
    <div>
      <label>
        {label}
        <textarea
          rows={3}
          dir="auto"
          value={isEmpty ? '' : textOf(saved)}
          aria-invalid={isEmpty}
          data-unread={isEmpty ? '' : undefined}
          onChange={({ target: { value } }) => {
            const isMissing = isRequired && value.trim() === '';
            setEmpty(isMissing);
            if (!isMissing) onChange(value || undefined);
          }}
        />
      </label>
      {isEmpty ? (
        <span role="alert" className="field-problem">
          {text('TypedNeeded')}
        </span>
      ) : null}
    </div>
  );
}

const own = 'own';

/** Formulas to choose from by their names, and one that is written; where none is offered it is always written. */
function FormulaChoice({
  about: { field, label, choices = [] },
  value,
  data,
  onChange,
}: {
  readonly about: VisualField;
  readonly value: string;
  readonly data: unknown;
  readonly onChange: (formula: string) => void;
}): React.ReactElement {
  const { text } = useStrings();
  const [isWriting, setWriting] = React.useState(() => !choices.some((choice) => choice.value === value));
  return (
    <>
      {choices.length > 0 ? (
        <label>
          {text(label)}
          <select
            value={isWriting ? own : value}
            onChange={({ target }) => {
              setWriting(target.value === own);
              if (target.value !== own) onChange(target.value);
            }}
          >
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {text(choice.label)}
              </option>
            ))}
            <option value={own}>{text('PanelOwnFormula')}</option>
          </select>
        </label>
      ) : null}
      {isWriting || choices.length === 0 ? (
        <FormulaField
          id={`visual-${field}`}
          label={text(choices.length > 0 ? 'Formula' : label)}
          value={value}
          onChange={onChange}
          data={data}
        />
      ) : null}
    </>
  );
}
