import type { StoredVisual } from '../schema/boardDocuments';
import { faultsIn } from '../model/metric/fieldChecks';
import type { Problem } from '../model/metric/Problem';
import { agents } from './agents/agents';
import { breakdown } from './breakdown/breakdown';
import { clock } from './clock/clock';
import { gauge } from './gauge/gauge';
import { number } from './number/number';
import { registerKind } from './registerKind';
import { table } from './table/table';
import { text } from './text/text';
import { trend, type TrendReading } from './trend/trend';
import type { OpenVisual, RegisteredKind, Spans, VisualKind } from './VisualKind';

/** Every visual there is. A new one is a folder beside these and a line here. */
export const kinds: readonly RegisteredKind[] = [
  registerKind(number),
  registerKind(trend),
  registerKind(gauge),
  registerKind(breakdown),
  registerKind(table),
  registerKind(agents),
  registerKind(text),
  registerKind(clock),
];

/** How large a tile of this kind is; one of a kind that this version does not have is as large as a number. */
/** What tiles of a kind draw beside the value. */
export const pictureOf = (kind: string): RegisteredKind['picture'] =>
  kinds.find((some) => some.kind === kind)?.picture;

export const spansOf = (kind: string): Spans => (kinds.find((some) => some.kind === kind) ?? number).spans;

const opened = new WeakMap<StoredVisual, OpenVisual>();

/** What a tile shows, from what is stored of it. What cannot be shown opens too: as a tile that says why. */
export function openVisual(stored: StoredVisual): OpenVisual {
  const known = opened.get(stored) ?? open(stored);
  opened.set(stored, known);
  return known;
}

function open(stored: StoredVisual): OpenVisual {
  const kind = kinds.find((some) => some.kind === stored.kind);
  if (!kind) return broken({ kind: 'unknown-visual', visual: stored.kind, visuals: namesOfKinds() });
  const present = Object.entries(stored).filter(([, value]) => value !== null);
  const visual = { ...Object.fromEntries(present), kind: stored.kind };
  const problem = problemOf(visual, kind);
  return problem ? broken(problem) : kind.open(visual);
}

const namesOfKinds = (): readonly string[] => kinds.map(({ kind }) => kind);

function problemOf(visual: StoredVisual, { schema }: RegisteredKind): Problem | undefined {
  const fields = Object.entries(schema);
  const missing = fields.find(([field, { isRequired }]) => isRequired && visual[field] === undefined);
  if (missing) return { kind: 'visual-field-missing', visual: visual.kind, field: missing[0] };
  const checks = Object.fromEntries(fields.map(([field, { check }]) => [field, check]));
  return faultsIn(visual, checks)[0];
}

/** A tile that says what keeps it from showing anything; it looks like a number whose definition is broken. */
function broken(problem: Problem): OpenVisual {
  const nothing: VisualKind<object, TrendReading> = {
    ...number,
    schema: {},
    measures: () => [],
    prepare:
      (_visual, { label }) =>
      () => ({ reading: { key: '', label, status: 'definition-error', problem }, definition: undefined }),
  };
  return registerKind(nothing).open({ kind: '' });
}

/** The keys that the readings of a visual are kept by. */
export const readingKeys = (visual: OpenVisual, label: string): readonly string[] =>
  visual.measures(label).map((measure) => ('shape' in measure ? measure.key : measure.metric));

/** The styles of all visuals, for the sheet of a grid. */
export const visualSheets: string = kinds.map(({ sheet = '' }) => sheet).join('\n');
