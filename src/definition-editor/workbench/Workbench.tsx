import * as React from 'react';
import { formatNames, isFormatName, type FormatName } from '../../metric/formatValue';
import type { TextKey } from '../../strings/TextKey';
import { nearestSize, spanOf } from '../../model/board/span';
import type { TileSize } from '../../contract/metricDefinition';
import type { BoardModel } from '../../dashboard/BoardModel';
import { ReadingTile } from '../../visuals/ReadingTile';
import { problemInWords } from '../../visuals/problemInWords';
import { QuietButton } from '../../ui/QuietButton';
import { TileGrid } from '../../visuals/TileGrid';
import { useObservable } from '../../dashboard/useObservable';
import { useReading } from '../../dashboard/useReading';
import { parseMetricDefinitions } from '../../metric/parseMetricDefinitions';
import {
  metricOf,
  metricOfTile,
  newKey,
  newTileKey,
  placeOf,
  sectionsOf,
  tileOf,
} from '../../model/board/Board';
import { useStrings } from '../../strings/StringsContext';
import { DataExplorer } from '../data-explorer/DataExplorer';
import { EditorDialog } from '../dialog/EditorDialog';
import { Fields } from '../dialog/Fields';
import { PrimaryButton } from '../dialog/PrimaryButton';
import { EditAnnouncer } from '../edit-mode/EditAnnouncer';
import type { EditingModel } from '../edit-mode/EditingModel';
import { neighbourPlace } from '../edit-mode/neighbourPlace';
import { useMoment } from '../edit-mode/useMoment';
import { FormulaField } from '../formula-field/FormulaField';
import type { FormulaFieldHandle } from '../formula-field/FormulaFieldProps';
import type { MetricChanges } from '../session/EditingCommand';
import { documentsOf } from '../session/EditingSession';
import { BytesLeft } from './BytesLeft';
import { textOf } from './fieldValues';
import { MoreFields } from './MoreFields';
import { NumberField } from './NumberField';
import { PreviewPart, type PreviewPartName } from './PreviewPart';
import { PreviewTiles } from './PreviewTiles';
import { SectionInput } from './SectionInput';
import { ThresholdFields } from './ThresholdFields';
import { Columns, Form, Preview } from './WorkbenchLayout';

export interface WorkbenchProps {
  readonly model: EditingModel;
  readonly board: BoardModel;
  /** Key of the tile that shows the metric. */
  readonly tile: string;
  /** Opens another tile in place of this one. */
  readonly onOpen: (key: string) => void;
  /** Closes the workbench and takes the tile away. */
  readonly onRemove: (key: string) => void;
  readonly onClose: () => void;
}

const formatTexts = {
  '': 'FormatAsIs',
  number: 'FormatNumber',
  percent: 'FormatPercent',
  seconds: 'FormatSeconds',
  'hh:mm:ss': 'FormatClock',
  duration: 'FormatDuration',
  time: 'FormatTime',
} as const satisfies Readonly<Record<FormatName, TextKey>>;

/**
 * Everything there is to one metric. What is changed is in the working copy at once, so that the tile shows it and nothing is
 * lost by closing; nothing is saved by it, and each change can be undone.
 */
export function Workbench({
  model,
  board,
  tile: tileKey,
  onOpen,
  onRemove,
  onClose,
}: WorkbenchProps): React.ReactElement | null {
  const strings = useStrings();
  const { text } = strings;
  const { session } = useObservable(model.state);
  const { current } = session;
  const moment = useMoment(model, board);
  const formula = React.useRef<FormulaFieldHandle>(null);
  const lastField = React.useRef<string>();
  const [part, setPart] = React.useState<PreviewPartName>('states');
  const tile = tileOf(current, tileKey);
  const key = (tile && metricOfTile(tile)) ?? tileKey;
  const reading = useReading(board.readings, key);
  const entry = current.metrics.get(key);
  const [parsed] = React.useMemo(
    () => (tile && entry !== undefined ? parseMetricDefinitions({ [key]: entry }) : []),
    [tile, key, entry],
  );
  const isGone = parsed === undefined;
  const labelField = React.useRef<HTMLInputElement>(null);
  // What most come for, and not the button that closes. A tile that has just been made wants a name of its own.
  React.useLayoutEffect(() => {
    labelField.current?.focus();
    labelField.current?.select();
  }, []);
  React.useEffect(() => {
    if (isGone) onClose();
  }, [isGone, onClose]);
  if (!parsed || !tile) return null;

  const metric = metricOf(current, key) ?? {};
  const change = (field: string, changes: MetricChanges): void => {
    model.do({ type: 'change-metric', key, changes }, lastField.current === field);
    lastField.current = field;
  };
  const format = textOf(metric.format);
  const section = placeOf(current, tileKey)?.section;
  const isDecimal = format === 'number' || format === 'percent';
  const problem = reading && 'problem' in reading ? problemInWords(reading.problem, text) : undefined;
  const earlier = neighbourPlace(current, tileKey, 'earlier');
  const later = neighbourPlace(current, tileKey, 'later');
  const move = (place: typeof earlier): void => {
    if (place) model.do({ type: 'move-tile', key: tileKey, place });
  };
  const duplicate = (): void => {
    const label = text('EditCopyOf', { label: parsed.label });
    const before = model.session.current;
    const copy = newKey(before, label);
    model.do({ type: 'duplicate-metric', key, label });
    onOpen(newTileKey(before, copy));
  };

  return (
    <EditorDialog
      title={text('WorkbenchTitle', { label: parsed.label })}
      size="workbench"
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
          <QuietButton type="button" onClick={() => onRemove(tileKey)}>
            {text('EditDelete')}
          </QuietButton>
          <BytesLeft documents={documentsOf(session)} metric={key} />
          <EditAnnouncer model={model} />
        </>
      }
    >
      <Columns>
        <Fields>
          <Form>
            <label>
              {text('WorkbenchLabel')}
              <input
                ref={labelField}
                dir="auto"
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
                  {isFormatName(format) ? null : <option value={format}>{format}</option>}
                  {formatNames.map((name) => (
                    <option key={name} value={name}>
                      {text(formatTexts[name])}
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
                  dir="auto"
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
            <div className="workbench-row workbench-place">
              <label>
                {text('WorkbenchSize')}
                <select
                  value={nearestSize(tile.span)}
                  onChange={(event) =>
                    model.do({
                      type: 'resize-tile',
                      key: tileKey,
                      span: spanOf(event.target.value as TileSize),
                    })
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
                    model.do({ type: 'move-tile', key: tileKey, place: { section: name || undefined } })
                  }
                />
              </label>
            </div>
            <MoreFields metric={metric} onChange={change} />
          </Form>
        </Fields>
        <Preview>
          <div className="workbench-now" data-live-preview="">
            <h3>{text('WorkbenchNow')}</h3>
            <TileGrid aria-label={text('WorkbenchNow')}>
              {reading ? <ReadingTile tile={key} reading={reading} size={nearestSize(tile.span)} /> : null}
            </TileGrid>
          </div>
          <PreviewPart title={text('WorkbenchStates')} name="states" open={part} onOpen={setPart}>
            <PreviewTiles parsed={parsed} moment={moment} />
          </PreviewPart>
          <PreviewPart title={text('WorkbenchData')} name="data" open={part} onOpen={setPart}>
            <DataExplorer data={moment.data} onPick={(path) => formula.current?.insert(path)} />
          </PreviewPart>
        </Preview>
      </Columns>
    </EditorDialog>
  );
}
