import type { NamedDocument } from './DashboardSources';
import { parseMetricDefinitions, type ParsedDefinition } from '../model/metric/parseMetricDefinitions';

/** What is wrong with a document, though the rest of the board is shown. */
export type DocumentProblem =
  | { readonly kind: 'definitions-missing'; readonly document: string }
  | { readonly kind: 'definitions-failed'; readonly document: string; readonly problem: string }
  | { readonly kind: 'keys-taken'; readonly document: string; readonly keys: readonly string[] };

export interface GatheredDefinitions {
  readonly definitions: readonly ParsedDefinition[];
  readonly problems: readonly DocumentProblem[];
}

/** Documents change seldom, and each for itself. */
const known = new WeakMap<object, readonly ParsedDefinition[]>();

function parse(value: unknown): readonly ParsedDefinition[] {
  if (typeof value !== 'object' || value === null) return parseMetricDefinitions(value);
  const parsed = known.get(value) ?? parseMetricDefinitions(value);
  known.set(value, parsed);
  return parsed;
}

/**
 * The metrics of all definition documents, in their order. A key identifies a metric, so a second metric of the same key is
 * left out and reported; a document that is not there is reported, and keeps no other one away.
 */
export function gatherDefinitions(documents: readonly NamedDocument[]): GatheredDefinitions {
  const definitions = new Map<string, ParsedDefinition>();
  const problems: DocumentProblem[] = [];
  for (const { name, state } of documents) {
    if (state.status === 'missing') problems.push({ kind: 'definitions-missing', document: name });
    if (state.status === 'failed')
      problems.push({ kind: 'definitions-failed', document: name, problem: state.problem });
    if (state.status !== 'ready') continue;
    const parsed = parse(state.value);
    const taken = parsed.filter(({ key }) => definitions.has(key)).map(({ key }) => key);
    for (const definition of parsed)
      if (!definitions.has(definition.key)) definitions.set(definition.key, definition);
    if (taken.length > 0) problems.push({ kind: 'keys-taken', document: name, keys: taken });
  }
  return { definitions: [...definitions.values()], problems };
}
