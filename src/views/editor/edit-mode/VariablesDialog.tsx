import * as React from 'react';
import type { StoredChoice, VariableType } from '../../../schema/boardDocuments';
import { titleOfVariable } from '../../board/describeChoices';
import {
  asChoice,
  everything,
  isVariableName,
  namesOf,
  variableTypes,
} from '../../../model/metric/boardVariables';
import { isText } from '../../../model/metric/fieldChecks';
import { storedVariables } from '../../../model/board/variablesOfBoard';
import type { JsonObject } from '../../../model/board/BoardDocuments';
import { styled } from '../../../paste/styling';
import { useStrings } from '../../../strings/StringsContext';
import { Button } from '../../../ui/Button';
import { EditorDialog } from '../dialog/EditorDialog';
import { Fields } from '../dialog/Fields';
import { PrimaryButton } from '../dialog/PrimaryButton';
import { shownElsewhere } from '../boards/metricUses';
import type { EditingModel } from '../editing/EditingModel';
import { documentsOf } from '../draft/EditingSession';
import { NumberInput } from '../tile-editor/NumberInput';

export interface VariablesDialogProps {
  readonly model: EditingModel;
  /** The dashboard data of this moment: what there is to choose from. */
  readonly data: unknown;
  readonly onClose: () => void;
}

/** A choice while somebody changes it: as it is stored, with its choices as they are typed. */
interface Draft {
  readonly id: number;
  /** Its name until now; undefined of one that was added. */
  readonly before?: unknown;
  readonly stored: JsonObject;
  readonly lines: string;
}

/** The choices that the board offers: added, renamed, changed and deleted, all in one step that can be undone. */
export function VariablesDialog({ model, data, onClose }: VariablesDialogProps): React.ReactElement {
  const { text } = useStrings();
  const next = React.useRef(0);
  const draftOf = (stored: JsonObject): Draft => ({
    id: (next.current += 1),
    stored,
    lines: Array.isArray(stored.choices) ? stored.choices.join('\n') : '',
  });
  const [drafts, setDrafts] = React.useState<readonly Draft[]>(() =>
    storedVariables(model.session.current).map((stored) => ({ ...draftOf(stored), before: stored.name })),
  );
  const [isChecked, setChecked] = React.useState(false);
  const list = React.useRef<HTMLDivElement>(null);
  const add = (): void => {
    const taken = drafts.map(({ stored }) => stored.name);
    const type = variableTypes.find((each) => !taken.includes(each)) ?? 'list';
    const name = taken.includes(type) ? '' : type;
    setDrafts([...drafts, draftOf({ name, type })]);
  };
  // The button that was pressed stays where it is, and what it made is where somebody goes on.
  const count = React.useRef(drafts.length);
  React.useLayoutEffect(() => {
    const boxes = list.current?.querySelectorAll<HTMLElement>('select');
    if (drafts.length > count.current) boxes?.[boxes.length - 1]?.focus();
    count.current = drafts.length;
  }, [drafts.length]);
  const written = drafts.map(variableIn);
  const wrong = written.map((variable) => problemOf(variable, written));
  const apply = (event: React.FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    const unread = list.current?.querySelector<HTMLElement>('[data-unread]');
    unread?.focus();
    if (unread || wrong.some((problem) => problem !== undefined)) return;
    onClose();
    const renamed = new Map(
      drafts.flatMap(({ before, stored: { name } }) =>
        typeof before === 'string' && typeof name === 'string' && before !== name
          ? [[before, name] as const]
          : [],
      ),
    );
    const shared = [...model.session.current.metrics.keys()].filter(
      shownElsewhere(documentsOf(model.session), model.elsewhere.get()),
    );
    model.do({ type: 'change-variables', variables: written, renamed, shared });
  };

  return (
    <EditorDialog title={text('VariablesTitle')} onClose={onClose}>
      <form onSubmit={apply}>
        <Fields>
          <p>{text('VariablesHint')}</p>
          {drafts.length === 0 ? <p>{text('VariablesNone')}</p> : null}
          <List ref={list}>
            {drafts.map((draft, index) => (
              <VariableFields
                key={draft.id}
                draft={draft}
                data={data}
                problem={isChecked ? wrong[index] : undefined}
                onChange={(changed) => setDrafts(drafts.map((each) => (each === draft ? changed : each)))}
                onRemove={() => setDrafts(drafts.filter((each) => each !== draft))}
              />
            ))}
          </List>
        </Fields>
        <Buttons>
          <Button type="button" onClick={add}>
            {text('VariablesAdd')}
          </Button>
          <PrimaryButton type="submit">{text('PanelApply')}</PrimaryButton>
        </Buttons>
      </form>
    </EditorDialog>
  );
}

/** As it is to be stored: without what its type does not have. */
function variableIn({ stored, lines }: Draft): JsonObject {
  const { choices: _choices, default: usual, several, ...others } = stored;
  const type = String(stored.type);
  const choices = [...new Set(lines.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  const value = asChoice(usual, type);
  const isThere =
    type !== 'list' || value === undefined || [value].flat().every((one) => choices.includes(String(one)));
  return {
    ...others,
    ...(value !== undefined && isThere && { default: value }),
    ...(several === true && type !== 'number' && { several }),
    ...(type === 'list' && { choices }),
  };
}

type VariableProblem = 'VariablesBadName' | 'VariablesNoChoices';

function problemOf(variable: JsonObject, all: readonly JsonObject[]): VariableProblem | undefined {
  const { name, type, choices } = variable;
  if (!isVariableName(name) || all.filter((other) => other.name === name).length > 1)
    return 'VariablesBadName';
  return type === 'list' && Array.isArray(choices) && choices.length === 0 ? 'VariablesNoChoices' : undefined;
}

const isNumber = (value: unknown): value is number => typeof value === 'number';

interface VariableFieldsProps {
  readonly draft: Draft;
  readonly data: unknown;
  readonly problem: VariableProblem | undefined;
  readonly onChange: (draft: Draft) => void;
  readonly onRemove: () => void;
}

function VariableFields({
  draft,
  data,
  problem,
  onChange,
  onRemove,
}: VariableFieldsProps): React.ReactElement {
  const strings = useStrings();
  const { text } = strings;
  const { stored, lines } = draft;
  const { several, default: usual } = stored;
  const name = isText(stored.name) ? stored.name : '';
  const type = stored.type as VariableType;
  const title = isText(stored.title) ? stored.title : '';
  const change = (changes: JsonObject): void => onChange({ ...draft, stored: { ...stored, ...changes } });
  const nameOf = (each: VariableType): string =>
    titleOfVariable({ name: each, type: each, title: undefined }, strings);
  const there = type === 'list' ? lines.split('\n').map((line) => line.trim()) : (namesOf(type, data) ?? []);
  const isWrong = problem !== undefined;
  return (
    <fieldset>
      <legend>{title || name || text('VariablesAdd')}</legend>
      <label>
        {text('VariablesType')}
        <select
          value={variableTypes.includes(type) ? type : ''}
          onChange={({ target }) => {
            const wanted = target.value as VariableType;
            // A name that only says the type follows it.
            change({ type: wanted, default: undefined, ...(name === type && { name: wanted }) });
          }}
        >
          {variableTypes.includes(type) ? null : <option value="">{String(type)}</option>}
          {variableTypes.map((each) => (
            <option key={each} value={each}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text('VariablesName')}
        <input
          value={name}
          aria-invalid={problem === 'VariablesBadName'}
          spellCheck={false}
          onChange={({ target }) => change({ name: target.value.trim() })}
        />
      </label>
      <label>
        {text('VariablesLabel')}
        <input
          dir="auto"
          value={title}
          placeholder={variableTypes.includes(type) ? nameOf(type) : undefined}
          onChange={({ target }) => change({ title: target.value || undefined })}
        />
      </label>
      {type === 'list' ? (
        <label className="whole">
          {text('VariablesChoices')}
          <textarea
            rows={4}
            dir="auto"
            value={lines}
            aria-invalid={problem === 'VariablesNoChoices'}
            onChange={({ target }) => onChange({ ...draft, lines: target.value })}
          />
        </label>
      ) : null}
      {type === 'number' ? (
        <NumberInput
          label={text('VariablesDefault')}
          saved={isNumber(usual) ? usual : undefined}
          kind="number"
          onChange={(value) => change({ default: value })}
        />
      ) : (
        <label>
          {text('VariablesDefault')}
          <select
            value={isText(usual) ? usual : ''}
            onChange={({ target }) =>
              change({ default: (target.value || undefined) as StoredChoice | undefined })
            }
          >
            <option value="">{text(type === 'queue' ? 'ChoiceAllQueues' : 'VariablesNoDefault')}</option>
            {[...new Set([...there, ...(isText(usual) && usual !== everything ? [usual] : [])])]
              .filter((each) => each !== '')
              .map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
          </select>
        </label>
      )}
      {type === 'number' ? null : (
        <label className="whole">
          <input
            type="checkbox"
            checked={several === true}
            onChange={({ target }) => change({ several: target.checked || undefined })}
          />{' '}
          {text('VariablesSeveral')}
        </label>
      )}
      {isWrong ? (
        <span className="field-problem whole" role="alert">
          {text(problem)}
        </span>
      ) : null}
      <Button type="button" onClick={onRemove}>
        {text('VariablesRemove')}
      </Button>
    </fieldset>
  );
}

const List = styled('div')`
  display: grid;
  gap: 1rem;
  fieldset {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
    gap: 0.75rem;
    align-items: end;
    padding: 0.5rem 0.75rem 0.75rem;
  }
  .whole {
    grid-column: 1 / -1;
  }
  button {
    justify-self: start;
  }
`;

const Buttons = styled('div')`
  display: flex;
  flex-wrap: wrap;
  gap: 0.75rem;
  margin-top: 1rem;
`;
