import type { StoredVisual } from '../../../schema/boardDocuments';
import type { Check } from '../../../model/metric/fieldChecks';
import type { JsonObject } from '../../../model/board/BoardDocuments';
import type { RegisteredKind, VisualStart } from '../../../visuals/VisualKind';

/** A field of a kind as its schema has it. */
export interface SchemaField {
  readonly check: Check;
  readonly isRequired?: boolean;
}

export const schemaOf = ({ schema }: RegisteredKind): Readonly<Record<string, SchemaField>> =>
  Object.fromEntries<SchemaField>(Object.entries(schema));

/**
 * What a tile stores that becomes one of another kind: whatever the kind knows of what is stored now or was stored before, and
 * what such a tile begins with.
 * @param known fields of the visuals that the tile had, the newest last
 * @param before the kind until now, where it is known: fields that no kind knows are kept
 */
export function visualAs(
  kind: RegisteredKind,
  known: JsonObject,
  about: VisualStart & { readonly firstMetric: string | undefined },
  before: RegisteredKind | undefined,
): StoredVisual {
  const schema = schemaOf(kind);
  const isForeign = (field: string): boolean => before !== undefined && field in schemaOf(before);
  const kept = Object.entries(known).filter(([field, value]) => {
    const check = schema[field]?.check;
    if (field === 'kind' || value === undefined || value === null) return false;
    return check ? check(value) === undefined : !isForeign(field) && before !== undefined;
  });
  const visual: Record<string, unknown> = Object.fromEntries(kept);
  for (const { field, start } of kind.form?.fields ?? [])
    if (start && visual[field] === undefined) visual[field] = start(about);
  if (schema.metric?.isRequired && visual.metric === undefined) visual.metric = about.firstMetric;
  return { ...visual, kind: kind.kind };
}
