import { isRecord, isText, shown } from './fieldChecks';
import type { FormulaProblem } from './Problem';
import type { Shape } from './prepareFormula';
import type { Part } from './Reading';

/**
 * Named counts: an object of them, such as `{ Lunch: 12, Free: 2 }`, or a list of `{ label, count }`. A count that is null is left
 * out, as there is none.
 */
export const readParts: Shape<readonly Part[]> = (value) => {
  const entries = entriesOf(value);
  if (!entries) return { problem: { kind: 'formula-gives-no-parts', found: shown(value) } };
  const parts: Part[] = [];
  for (const { label, count, found } of entries) {
    if (count === null) continue;
    if (!isText(label) || typeof count !== 'number' || !Number.isFinite(count) || count < 0)
      return { problem: noCount(found) };
    parts.push({ label, count });
  }
  return { value: parts };
};

interface Entry {
  readonly label: unknown;
  readonly count: unknown;
  readonly found: unknown;
}

function entriesOf(value: unknown): readonly Entry[] | undefined {
  if (Array.isArray(value))
    return value.map((found: unknown) => {
      const { label, count } = isRecord(found) ? found : { label: undefined, count: undefined };
      return { label, count, found };
    });
  if (!isRecord(value)) return undefined;
  return Object.entries(value).map(([label, count]) => ({ label, count, found: { [label]: count } }));
}

const noCount = (found: unknown): FormulaProblem => ({ kind: 'part-no-count', found: shown(found) });
