import * as React from 'react';
import type { MetricDefinition } from '../../../schema/metricDefinition';
import { describeProblem } from '../../../visuals/describeProblem';
import { Button } from '../../../ui/Button';
import type { EvaluationContext } from '../../board/ReadingsStore';
import { styled, themeGet } from '../../../paste/styling';
import { useStrings } from '../../../strings/StringsContext';
import { Fields } from '../dialog/Fields';
import { PrimaryButton } from '../dialog/PrimaryButton';
import { firstChoices, isChosen } from './choicesFor';
import { definitionFrom, inTexts, parametersOf } from './definitionFrom';
import { fillInText } from './fillIn';
import { ParameterField } from './ParameterField';
import { ReadingFace } from './ReadingFace';
import { readingOf } from './templateReadings';
import { templateOf, type TemplateKey } from './templates';
import { templateTexts } from './templateTexts';
import type { Board } from '../../../model/board/Board';
import { kinds } from '../../../visuals/registry';
import type { RegisteredKind } from '../../../visuals/VisualKind';
import { SectionField } from '../tile-editor/SectionField';
import { schemaOf } from '../tile-editor/visualAs';
import { VisualPicker } from '../tile-editor/VisualPicker';
import type { ChosenTile } from './GalleryDialogProps';
import { LimitInput } from '../tile-editor/LimitInput';
import { numberKindOf } from '../tile-editor/typedNumber';

export interface TemplateFormProps {
  readonly template: TemplateKey;
  readonly moment: EvaluationContext;
  readonly board: Board;
  /** Where it goes unless another section is chosen; undefined before all sections. */
  readonly section: string | undefined;
  readonly onAdd: (definition: MetricDefinition, tile: ChosenTile) => void;
  readonly onBack: () => void;
}

/** The parameters of a template, its thresholds and its label as fields, and what the metric reads with them. */
export function TemplateForm({
  template,
  moment,
  board,
  section: likely,
  onAdd,
  onBack,
}: TemplateFormProps): React.ReactElement {
  const { text } = useStrings();
  const { data, locale } = moment;
  const { better, warnAt, alarmAt, format } = templateOf(template);
  const numberKind = numberKindOf(format);
  // Names are no length of a bar.
  const isCountable = format !== '';
  const parameters = parametersOf(template);
  const [values, setValues] = React.useState(() => firstChoices(parameters, data));
  const [section, setSection] = React.useState(likely);
  const ofOneMetric = React.useMemo(kindsOfOneMetric, []);
  const [kind, setKind] = React.useState(ofOneMetric[0] as RegisteredKind);
  const [label, setLabel] = React.useState<string>();
  const [warn, setWarn] = React.useState<number | string | undefined>(warnAt);
  const [alarm, setAlarm] = React.useState<number | string | undefined>(alarmAt);
  const form = React.useRef<HTMLFormElement>(null);
  React.useEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), []);

  const wrong = parameters.filter((parameter) => !isChosen(parameter, values[parameter], data));
  const isWrong = wrong.length > 0 || [warn, alarm].some((limit) => typeof limit === 'string');
  const decisions = { values, label: label ?? '', warnAt: numberIn(warn), alarmAt: numberIn(alarm) };
  const definition = definitionFrom(template, decisions, locale);
  const reading = readingOf(definition, moment);
  const [defaultLabel] = templateTexts(locale)[template];
  const direction = better === 'higher' ? 'LimitBelow' : 'LimitAbove';

  return (
    <Form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const unread = form.current?.querySelector<HTMLElement>('[data-unread]');
        unread?.focus();
        if (!isWrong && !unread) onAdd(definition, { section, kind });
      }}
    >
      <p>{definition.description}</p>
      <Columns>
        <Fields className="fields">
          {parameters.map((parameter) => (
            <ParameterField
              key={parameter}
              parameter={parameter}
              data={data}
              value={values[parameter]}
              isWrong={wrong.includes(parameter)}
              onChange={(value) => setValues({ ...values, [parameter]: value })}
            />
          ))}
          {better === 'neither' ? null : (
            <div className="pair">
              <LimitInput
                label={text(direction, { level: text('Warning') })}
                saved={warn}
                kind={numberKind}
                onChange={setWarn}
              />
              <LimitInput
                label={text(direction, { level: text('Critical') })}
                saved={alarm}
                kind={numberKind}
                onChange={setAlarm}
              />
            </div>
          )}
          <label>
            {text('GalleryLabel')}
            <input
              type="text"
              value={label ?? fillInText(defaultLabel, inTexts(values, locale))}
              onChange={({ target }) => setLabel(target.value)}
            />
          </label>
          <SectionField board={board} section={section} onChange={setSection} />
          {isCountable ? (
            <VisualPicker kinds={ofOneMetric} kind={kind.kind} name="kind of a new tile" onChoose={setKind} />
          ) : null}
        </Fields>
        <Preview aria-label={text('GalleryPreview')} role="group">
          <b>{definition.label}</b>
          <ReadingFace reading={reading} />
          {'problem' in reading ? <p>{describeProblem(reading.problem, text)}</p> : null}
          <code>{definition.formula}</code>
        </Preview>
      </Columns>
      <div className="buttons">
        <PrimaryButton type="submit" disabled={isWrong}>
          {text('GalleryAdd')}
        </PrimaryButton>
        <Button type="button" onClick={onBack}>
          {text('GalleryBack')}
        </Button>
      </div>
    </Form>
  );
}

/** Kinds that show the value of one metric. */
const kindsOfOneMetric = (): readonly RegisteredKind[] =>
  kinds.filter((kind) => kind.form && schemaOf(kind).metric?.isRequired);

const numberIn = (limit: number | string | undefined): number | undefined =>
  typeof limit === 'number' ? limit : undefined;

const Form = styled('form')`
  .buttons {
    display: flex;
    gap: 0.75rem;
    margin-top: 1.25rem;
  }
`;

const Columns = styled('div')`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
  gap: 1.25rem 1.5rem;
  align-items: start;
  .fields {
    display: grid;
    gap: 0.875rem;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.875rem;
    align-items: end;
  }
`;

const Preview = styled('div')`
  display: grid;
  gap: 0.375rem;
  padding: 0.75rem 1rem 1rem;
  border: 1px solid ${themeGet('borderColors.colorBorderWeak')};
  border-radius: 8px;
  overflow-wrap: anywhere;
  b {
    font-weight: 600;
  }
  code {
    margin-top: 0.375rem;
    color: ${themeGet('textColors.colorTextWeak')};
  }
  p {
    margin: 0;
  }
`;
