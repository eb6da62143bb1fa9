import * as React from 'react';
import type { StoredVisual } from '../../../schema/boardDocuments';
import { bindingsOf } from '../../board/bindTiles';
import type { BoardModel } from '../../board/BoardModel';
import { identityOf } from '../../board/useLook';
import { useStore } from '../../board/useStore';
import { useReading } from '../../board/useReading';
import { parseMetricDefinitions } from '../../../model/metric/parseMetricDefinitions';
import {
  isMetricEntry,
  labelOf,
  labelOfTile,
  metricOf,
  metricOfTile,
  placeOf,
  tilesWith,
  type Tile,
} from '../../../model/board/Board';
import { useStrings } from '../../../strings/StringsContext';
import { describeProblem } from '../../../visuals/describeProblem';
import { kinds } from '../../../visuals/registry';
import type { RegisteredKind } from '../../../visuals/VisualKind';
import { DataExplorer } from '../data-explorer/DataExplorer';
import { Fields } from '../dialog/Fields';
import type { EditingModel } from '../editing/EditingModel';
import { useMoment } from '../editing/useMoment';
import { FormulaField } from '../formula-field/FormulaField';
import type { FormulaFieldHandle } from '../formula-field/FormulaFieldProps';
import type { MetricChanges } from '../draft/EditingCommand';
import { documentsOf } from '../draft/EditingSession';
import { BytesLeft } from './BytesLeft';
import { FixedChoices } from './FixedChoices';
import { FormatFields } from './FormatFields';
import { MoreFields } from './MoreFields';
import { Form } from './PanelLayout';
import { PreviewTiles } from './PreviewTiles';
import { textOf } from './savedFields';
import { SectionField } from './SectionField';
import { SizeFields } from './SizeFields';
import { ThresholdFields } from './ThresholdFields';
import { visualAs } from './visualAs';
import { VisualFields } from './VisualFields';
import { VisualPicker } from './VisualPicker';

export interface TileFieldsProps {
  readonly model: EditingModel;
  readonly board: BoardModel;
  readonly tile: Tile;
}

/** The form of a tile: how it shows something, what it shows, when to alert, and where it is. */
export function TileFields({ model, board, tile }: TileFieldsProps): React.ReactElement {
  const { text } = useStrings();
  const { session } = model;
  const { current } = session;
  const { key: tileKey, visual } = tile;
  const moment = useMoment(model, board);
  const formula = React.useRef<FormulaFieldHandle>(null);
  const lastField = React.useRef<string>();
  /** Fields of all kinds that the tile was since it was opened: who comes back to one finds them again. */
  const known = React.useRef<Readonly<Record<string, unknown>>>({});
  const key = metricOfTile(tile) ?? '';
  const entry = current.metrics.get(key);
  const isMetric = isMetricEntry(entry);
  const metric = metricOf(current, key) ?? {};
  const { content, variables } = useStore(board.layout);
  const shown = content.status === 'tiles' ? content.sections.flatMap((section) => section.tiles) : [];
  const arranged = shown.find((each) => each.key === tileKey);
  const reading = useReading(board.readings, identityOf(arranged, key));
  const chosen = React.useMemo(() => bindingsOf(variables, tile.with ?? {}), [variables, tile.with]);
  const [parsed] = React.useMemo(
    () => (entry === undefined ? [] : parseMetricDefinitions({ [key]: entry })),
    [key, entry],
  );
  const problem = reading && 'problem' in reading ? describeProblem(reading.problem, text) : undefined;
  // What is wrong from the start, and what is still to be written, is in sight.
  const [isOpen, setOpen] = React.useState(problem !== undefined || metric.formula === 'waiting()');
  const kind = kinds.find((each) => each.kind === visual.kind);

  /** Whether this goes on with what was done last, as typing does. */
  const isSame = (field: string): boolean => {
    const before = lastField.current;
    lastField.current = field;
    return before === field;
  };
  const change = (field: string, changes: MetricChanges): void =>
    model.do({ type: 'change-metric', key, changes }, isSame(field));
  const changeVisual = (field: string, next: StoredVisual): void => {
    const label = labelOfTile(current, tileKey);
    const isNameless = metricOfTile({ visual: next }) === undefined && tile.label === undefined;
    const changes = { visual: next, ...(isNameless && { label }) };
    model.do({ type: 'change-tile', key: tileKey, changes }, isSame(`visual ${field}`));
  };
  const choose = (chosen: RegisteredKind): void => {
    const first = [...current.metrics].find(([, each]) => isMetricEntry(each))?.[0];
    known.current = { ...known.current, ...visual };
    const about = { metric: isMetric ? metric : undefined, text, firstMetric: first };
    changeVisual('kind', visualAs(chosen, known.current, about, kind));
    const { least, usual } = chosen.spans;
    if (tile.span.columns < least.columns || tile.span.rows < least.rows)
      model.do({ type: 'resize-tile', key: tileKey, span: usual });
  };
  const isOwnLabel = tile.label !== undefined || !isMetric || tilesWith(current, key).length > 1;
  const relabel = (label: string): void =>
    isOwnLabel
      ? model.do(
          { type: 'change-tile', key: tileKey, changes: { label: label || undefined } },
          isSame('label'),
        )
      : change('label', { label });
  const others = tilesWith(current, key).length - 1;

  return (
    <Fields>
      <Form>
        <VisualPicker kinds={kinds} kind={visual.kind} name={`kind of ${tileKey}`} onChoose={choose} />
        <label>
          {text('WorkbenchLabel')}
          <input
            data-label=""
            dir="auto"
            value={isOwnLabel ? textOf(tile.label) : textOf(metric.label)}
            placeholder={isOwnLabel && isMetric ? labelOf(current, key) : undefined}
            onChange={({ target }) => relabel(target.value)}
          />
        </label>
        {kind ? (
          <VisualFields
            kind={kind}
            visual={visual}
            board={current}
            data={moment.data}
            onChange={changeVisual}
          />
        ) : null}
        <FixedChoices
          variables={variables.filter(({ name }) => arranged?.reads?.includes(name))}
          fixed={tile.with}
          data={moment.data}
          onChange={(fixed) => model.do({ type: 'change-tile', key: tileKey, changes: { with: fixed } })}
        />
        {isMetric ? (
          <>
            {others > 0 ? <p className="panel-note">{text('PanelOtherTiles', { count: others })}</p> : null}
            <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
              <summary>{text('PanelFormula')}</summary>
              {isOpen ? (
                <FormulaField
                  ref={formula}
                  id="workbench-formula"
                  label={text('Formula')}
                  value={textOf(metric.formula)}
                  onChange={(value) => change('formula', { formula: value })}
                  data={moment.data}
                  board={chosen}
                  problem={problem}
                />
              ) : null}
              <div className="panel-row">
                <FormatFields metric={metric} onChange={change} />
              </div>
              <details>
                <summary>{text('WorkbenchData')}</summary>
                <DataExplorer data={moment.data} onPick={(path) => formula.current?.insert(path)} />
              </details>
            </details>
            <ThresholdFields
              metric={metric}
              reading={reading}
              definition={parsed && 'definition' in parsed ? parsed.definition : undefined}
              onChange={change}
            />
          </>
        ) : null}
        <div className="panel-part panel-row">
          <SizeFields model={model} tile={tile} />
          <SectionField
            board={current}
            section={placeOf(current, tileKey)?.section}
            onChange={(section) => model.do({ type: 'move-tile', key: tileKey, place: { section } })}
          />
        </div>
        {isMetric ? (
          <>
            <MoreFields metric={metric} onChange={change} />
            {parsed ? (
              <details>
                <summary>{text('WorkbenchStates')}</summary>
                <PreviewTiles parsed={parsed} moment={moment} />
              </details>
            ) : null}
            <BytesLeft documents={documentsOf(session)} metric={key} />
          </>
        ) : null}
      </Form>
    </Fields>
  );
}
