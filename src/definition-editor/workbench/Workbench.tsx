import { styled, themeGet } from '@twilio-paste/core/styling-library';
import * as React from 'react';
import type { TileSize } from '../../contract/metricDefinition';
import type { BoardModel } from '../../dashboard/BoardModel';
import { problemInWords } from '../../dashboard/problemInWords';
import { QuietButton } from '../../dashboard/QuietButton';
import { useObservable } from '../../dashboard/useObservable';
import { useReading } from '../../dashboard/useReading';
import { useStrings } from '../../strings/StringsContext';
import { DataExplorer } from '../data-explorer/DataExplorer';
import { EditorDialog } from '../dialog/EditorDialog';
import { Fields } from '../dialog/Fields';
import { PrimaryButton } from '../dialog/PrimaryButton';
import type { EditingModel } from '../edit-mode/EditingModel';
import { neighbourPlace } from '../edit-mode/neighbourPlace';
import { useMoment } from '../edit-mode/useMoment';
import { FormulaField } from '../formula-field/FormulaField';
import type { FormulaFieldHandle } from '../formula-field/FormulaFieldProps';
import { placeOf, sectionsOf } from '../session/boardOrder';
import type { MetricChanges } from '../session/EditingCommand';
import { definitionsOf, metricOf, newKey } from '../session/metricEntries';
import { BytesLeft } from './BytesLeft';
import { textOf } from './fieldValues';
import { MoreFields } from './MoreFields';
import { NumberField } from './NumberField';
import { PreviewTiles } from './PreviewTiles';
import { ThresholdFields } from './ThresholdFields';

export interface WorkbenchProps {
  readonly model: EditingModel;
  readonly board: BoardModel;
  /** Key of the metric. */
  readonly metric: string;
  /** Opens another metric in place of this one. */
  readonly onOpen: (key: string) => void;
  readonly onClose: () => void;
}

const formats = [
  ['', 'FormatAsIs'],
  ['number', 'FormatNumber'],
  ['percent', 'FormatPercent'],
  ['seconds', 'FormatSeconds'],
  ['duration', 'FormatDuration'],
  ['time', 'FormatTime'],
] as const;

/**
 * Everything there is to one metric. What is changed is in the working copy at once, so that the tile shows it and nothing is
 * lost by closing; nothing is saved by it, and each change can be undone.
 */
export function Workbench({
  model,
  board,
  metric: key,
  onOpen,
  onClose,
}: WorkbenchProps): React.ReactElement | null {
  const strings = useStrings();
  const { text } = strings;
  const { session } = useObservable(model.state);
  const { current } = session;
  const moment = useMoment(model, board);
  const reading = useReading(board.readings, key);
  const formula = React.useRef<FormulaFieldHandle>(null);
  const lastField = React.useRef<string>();
  const parsed = React.useMemo(
    () => definitionsOf(current).find((definition) => definition.key === key),
    [current, key],
  );
  const isGone = parsed === undefined;
  React.useEffect(() => {
    if (isGone) onClose();
  }, [isGone, onClose]);
  if (!parsed) return null;

  const metric = metricOf(current, key) ?? {};
  const change = (field: string, changes: MetricChanges): void => {
    model.do({ type: 'change-metric', key, changes }, lastField.current === field);
    lastField.current = field;
  };
  const format = textOf(metric.format);
  const section = placeOf(current, key)?.section;
  const isDecimal = format === 'number' || format === 'percent';
  const problem = reading && 'problem' in reading ? problemInWords(reading.problem, text) : undefined;
  const earlier = neighbourPlace(current, key, 'earlier');
  const later = neighbourPlace(current, key, 'later');
  const move = (place: typeof earlier): void => {
    if (place) model.do({ type: 'move-tile', key, place });
  };
  const duplicate = (): void => {
    const label = text('EditCopyOf', { label: parsed.label });
    const copy = newKey(model.session.current, label);
    model.do({ type: 'duplicate-metric', key, label });
    onOpen(copy);
  };
  const remove = (): void => {
    onClose();
    model.do({ type: 'remove-metric', key });
  };

  return (
    <EditorDialog
      title={text('WorkbenchTitle', { label: parsed.label })}
      onClose={onClose}
      foot={
        <>
          <PrimaryButton type="button" onClick={onClose}>
            {text('EditDone')}
          </PrimaryButton>
          <QuietButton type="button" disabled={!earlier} onClick={() => move(earlier)}>
            {text('EditEarlier')}
          </QuietButton>
          <QuietButton type="button" disabled={!later} onClick={() => move(later)}>
            {text('EditLater')}
          </QuietButton>
          <QuietButton type="button" onClick={duplicate}>
            {text('EditDuplicate')}
          </QuietButton>
          <QuietButton type="button" onClick={remove}>
            {text('EditDelete')}
          </QuietButton>
          <BytesLeft documents={current} metric={key} />
        </>
      }
    >
      <Columns>
        <Fields>
          <Form>
            <label>
              {text('WorkbenchLabel')}
              <input
                value={textOf(metric.label)}
                onChange={(event) => change('label', { label: event.target.value })}
              />
            </label>
            <FormulaField
              ref={formula}
              id="workbench-formula"
              label={text('Formula')}
              value={textOf(metric.formula)}
              onChange={(value) => change('formula', { formula: value })}
              data={moment.data}
              problem={problem}
            />
            <div className="workbench-row">
              <label>
                {text('WorkbenchFormat')}
                <select
                  value={format}
                  onChange={(event) => change('format', { format: event.target.value || undefined })}
                >
                  {formats.some(([name]) => name === format) ? null : (
                    <option value={format}>{format}</option>
                  )}
                  {formats.map(([name, label]) => (
                    <option key={name} value={name}>
                      {text(label)}
                    </option>
                  ))}
                </select>
              </label>
              {isDecimal ? (
                <NumberField
                  label={text('WorkbenchDecimals')}
                  saved={metric.decimals}
                  max={6}
                  onChange={(decimals) => change('decimals', { decimals })}
                />
              ) : null}
              <label>
                {text('WorkbenchUnit')}
                <input
                  value={textOf(metric.unit)}
                  onChange={(event) => change('unit', { unit: event.target.value || undefined })}
                />
              </label>
            </div>
            <label className="workbench-check">
              <input
                type="checkbox"
                checked={metric.increment === true}
                onChange={(event) => change('increment', { increment: event.target.checked || undefined })}
              />
              {text('WorkbenchIncrement')}
            </label>
            <ThresholdFields metric={metric} onChange={change} />
            <div className="workbench-row">
              <label>
                {text('WorkbenchSize')}
                <select
                  value={parsed.size ?? 'normal'}
                  onChange={(event) =>
                    model.do({ type: 'resize-tile', key, size: event.target.value as TileSize })
                  }
                >
                  <option value="small">{text('WorkbenchSmall')}</option>
                  <option value="normal">{text('WorkbenchNormalSize')}</option>
                  <option value="wide">{text('WorkbenchWide')}</option>
                </select>
              </label>
              <label>
                {text('WorkbenchSection')}
                <SectionInput
                  section={section ?? ''}
                  sections={sectionsOf(current)}
                  onChange={(name) =>
                    model.do({ type: 'move-tile', key, place: { section: name || undefined } })
                  }
                />
              </label>
            </div>
            <MoreFields metric={metric} onChange={change} />
          </Form>
        </Fields>
        <div>
          <PreviewTiles board={board} parsed={parsed} moment={moment} />
          <details>
            <summary>{text('WorkbenchData')}</summary>
            <DataExplorer data={moment.data} onPick={(path) => formula.current?.insert(path)} />
          </details>
        </div>
      </Columns>
    </EditorDialog>
  );
}

/** Takes effect when it is left or on Enter, so that no section is made of each letter. */
function SectionInput({
  section,
  sections,
  onChange,
}: {
  readonly section: string;
  readonly sections: readonly string[];
  readonly onChange: (section: string) => void;
}): React.ReactElement {
  const [typed, setTyped] = React.useState<string>();
  const settle = (): void => {
    if (typed !== undefined && typed.trim() !== section) onChange(typed.trim());
    setTyped(undefined);
  };
  return (
    <>
      <input
        list="workbench-sections"
        value={typed ?? section}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
      />
      <datalist id="workbench-sections">
        {sections.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  gap: 1.5rem;
  details {
    margin-top: 1rem;
  }
  summary {
    font-weight: 600;
    cursor: pointer;
  }
  @media (max-width: 48rem) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

const Form = styled.div`
  display: grid;
  gap: 1rem;
  fieldset,
  details {
    margin: 0;
    padding: 0.75rem 1rem 1rem;
    border: 1px solid ${themeGet('borderColors.colorBorderWeaker')};
    border-radius: 6px;
  }
  .workbench-row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
    gap: 0.75rem;
    margin-top: 0.5rem;
  }
  .workbench-check {
    display: flex;
    gap: 0.5rem;
    align-items: center;
  }
`;
