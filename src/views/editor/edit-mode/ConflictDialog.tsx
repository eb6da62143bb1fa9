import * as React from 'react';
import { Button } from '../../../ui/Button';
import { isRecord, isText } from '../../../model/metric/fieldChecks';
import { styled, themeGet } from '../../../paste/styling';
import { sameJson } from '../../../persistence/sameJson';
import { useStrings } from '../../../strings/StringsContext';
import { EditorDialog } from '../dialog/EditorDialog';
import { PrimaryButton } from '../dialog/PrimaryButton';
import type { Conflict } from '../draft/EditingSession';
import type { EditingModel } from '../editing/EditingModel';
import { fieldName } from './fieldName';

export interface ConflictDialogProps {
  readonly model: EditingModel;
  /** What is left to be decided. */
  readonly conflicts: readonly Conflict[];
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** What two people changed at once, metric by metric, with both versions; nothing is saved before all of it is decided. */
export function ConflictDialog({
  model,
  conflicts,
  onSave,
  onClose,
}: ConflictDialogProps): React.ReactElement {
  const { text } = useStrings();
  return (
    <EditorDialog
      title={text('ConflictTitle')}
      onClose={onClose}
      foot={
        <PrimaryButton type="button" disabled={conflicts.length > 0} onClick={onSave}>
          {text('EditSave')}
        </PrimaryButton>
      }
    >
      <p role="status">
        {conflicts.length > 0 ? text('ConflictCause', { count: conflicts.length }) : text('ConflictNone')}
      </p>
      {conflicts.map((conflict) => (
        <OneConflict
          key={`${conflict.kind} ${conflict.document} ${conflict.key}`}
          conflict={conflict}
          model={model}
        />
      ))}
    </EditorDialog>
  );
}

function OneConflict({ conflict, model }: { conflict: Conflict; model: EditingModel }): React.ReactElement {
  const strings = useStrings();
  const { text } = strings;
  const { mine, theirs, key } = conflict;
  const { kind } = conflict;
  const name =
    kind === 'variable' ? text('ConflictChoice', { name: key }) : (nameOf(mine) ?? nameOf(theirs) ?? key);
  const fields = differing(mine, theirs);
  const isBoth = kind === 'metric' && mine !== undefined && theirs !== undefined;
  return (
    <Part role="group" aria-label={name}>
      <h3>
        {kind === 'setting' && key === 'playlist'
          ? text('PlaylistTitle')
          : kind === 'setting'
            ? text('ConflictSetting', { name: key })
            : name}
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{text('ConflictField')}</th>
            <th scope="col">{text('ConflictMine')}</th>
            <th scope="col">{text('ConflictTheirs')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(([field, ofMine, ofTheirs]) => (
            <tr key={field}>
              <th scope="row">{field ? fieldName(field, strings) : key}</th>
              <td>{shown(ofMine) ?? text('ConflictNothing')}</td>
              <td>{shown(ofTheirs) ?? text('ConflictNothing')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="conflict-choices">
        <Button type="button" onClick={() => model.decide(conflict, 'mine')}>
          {text('ConflictTakeMine')}
        </Button>
        <Button type="button" onClick={() => model.decide(conflict, 'theirs')}>
          {text('ConflictTakeTheirs')}
        </Button>
        {isBoth ? (
          <Button type="button" onClick={() => model.decide(conflict, 'both')}>
            {text('ConflictKeepBoth')}
          </Button>
        ) : null}
      </div>
    </Part>
  );
}

/** Of a metric, of a tile as it is stored, or of a board in the list of boards. */
const fieldsOf = (entry: unknown): Readonly<Record<string, unknown>> | undefined => {
  if (!isRecord(entry)) return undefined;
  if (isRecord(entry.metric)) return entry.metric;
  const { key: _key, visual, title, ...fields } = entry;
  if (typeof fields.id === 'string')
    return {
      ...(isText(title) && { label: title }),
      ...(isRecord(fields.for) && { for: Object.values(fields.for).flat().join(', ') }),
    };
  if (isText(fields.name) && isText(fields.type)) {
    const { name: _name, type, ...others } = fields;
    return { type, ...(isText(title) && { label: title }), ...others };
  }
  return isRecord(visual)
    ? { ...fields, ...(isText(visual.metric) && { label: visual.metric }), visual }
    : undefined;
};

const nameOf = (entry: unknown): string | undefined => {
  const label = fieldsOf(entry)?.label;
  return typeof label === 'string' && label !== '' ? label : undefined;
};

/** The fields that are not the same; without a name where the whole is not made of fields, or is not there. */
function differing(mine: unknown, theirs: unknown): readonly (readonly [string, unknown, unknown])[] {
  const [a, b] = [fieldsOf(mine), fieldsOf(theirs)];
  if (!a || !b) return [['', mine, theirs]];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((field) => !sameJson(a[field], b[field]))
    .map((field) => [field, a[field], b[field]]);
}

const shown = (value: unknown): string | undefined =>
  value === undefined
    ? undefined
    : typeof value === 'string'
      ? value
      : JSON.stringify(fieldsOf(value) ?? value);

const Part = styled('div')`
  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th,
  td {
    padding: 0.375rem 0.5rem;
    text-align: left;
    vertical-align: top;
    overflow-wrap: anywhere;
    border-bottom: 1px solid ${themeGet('borderColors.colorBorderWeaker')};
  }
  /* Flex makes them plain. */
  th {
    font-weight: 600;
  }
  .conflict-choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    margin-top: 0.75rem;
  }
`;
