import { compileFormula, createBudget, FormulaError } from '../../formula';
import type { MomentOfBoard } from '../../dashboard/ReadingsStore';
import { evaluateFormula } from '../../metric/evaluateFormula';
import { evaluateMetric } from '../../metric/evaluateMetric';
import type { ParsedDefinition } from '../../metric/parseMetricDefinitions';
import { changesOf } from '../session/changesOf';
import { documentSizes } from '../session/documentBytes';
import type { EditingSession } from '../session/EditingSession';
import { definitionsOf } from '../session/metricEntries';

/** Something that whoever saves should know first. */
export type SaveProblem =
  /** Sync would refuse it. */
  | { readonly kind: 'too-large'; readonly document: string; readonly bytesOver: number }
  /** Cannot be right, whatever is collected: the formula or the definition itself. */
  | { readonly kind: 'wrong'; readonly problem: string; readonly labels: readonly string[] }
  /** Does not fit the numbers of this moment, such as a queue that does not exist. */
  | { readonly kind: 'doubtful'; readonly problem: string; readonly labels: readonly string[] };

/** Whether it keeps the board from being saved. */
export const isInTheWay = ({ kind }: SaveProblem): boolean => kind !== 'doubtful';

/** What is wrong with what would be saved, each problem once with the tiles that have it. What nobody changed is nobody's fault now. */
export function saveProblems(session: EditingSession, moment: MomentOfBoard): readonly SaveProblem[] {
  const changed = new Set(
    changesOf(session).flatMap((change) =>
      change.kind === 'metric' && change.change !== 'removed' ? [change.key] : [],
    ),
  );
  const found = definitionsOf(session.current)
    .filter(({ key }) => changed.has(key))
    .flatMap((parsed) => problemsOf(parsed, moment).map((problem) => ({ ...problem, label: parsed.label })));
  const before = documentSizes(session.base);
  const tooLarge = documentSizes(session.current)
    .filter(
      ({ name, bytes, bytesLeft }) =>
        bytesLeft < 0 && before.find((old) => old.name === name)?.bytes !== bytes,
    )
    .map(({ name, bytesLeft }): SaveProblem => ({
      kind: 'too-large',
      document: name,
      bytesOver: -bytesLeft,
    }));
  return [...tooLarge, ...gathered('wrong', found), ...gathered('doubtful', found)];
}

interface Found {
  readonly kind: 'wrong' | 'doubtful';
  readonly problem: string;
}

function gathered(
  kind: Found['kind'],
  found: readonly (Found & { readonly label: string })[],
): readonly SaveProblem[] {
  const labels = new Map<string, readonly string[]>();
  for (const each of found)
    if (each.kind === kind) labels.set(each.problem, [...(labels.get(each.problem) ?? []), each.label]);
  return [...labels].map(([problem, tiles]) => ({ kind, problem, labels: tiles }));
}

function problemsOf(parsed: ParsedDefinition, moment: MomentOfBoard): readonly Found[] {
  if ('problem' in parsed) return [{ kind: 'wrong', problem: parsed.problem }];
  const { formula, sampleFormula } = parsed.definition;
  const formulas = [formula, ...(sampleFormula === undefined ? [] : [sampleFormula])];
  const wrong = formulas.flatMap((text) => mistakeIn(text) ?? []);
  if (wrong.length > 0) return wrong.map((problem) => ({ kind: 'wrong', problem }));
  const { reading } = evaluateMetric(parsed, { ...moment, budget: createBudget() });
  const doubts = [
    ...('problem' in reading ? [reading.problem] : []),
    ...(moment.data === undefined ? [] : formulas.flatMap((text) => brokenReferences(text, moment.data))),
  ];
  return [...new Set(doubts)].map((problem) => ({ kind: 'doubtful', problem }));
}

function mistakeIn(formula: string): string | undefined {
  try {
    compileFormula(formula);
    return undefined;
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
    return error.message;
  }
}

/** Names that nothing is called, also where the formula does not come to them now: `waiting() > 5 ? queue('Old') : 0`. */
const brokenReferences = (formula: string, data: unknown): readonly string[] =>
  compileFormula(formula).references.flatMap((reference) => {
    if (reference.kind !== 'word' || reference.argument === undefined) return [];
    const outcome = evaluateFormula(
      `typeof ${reference.word}(${JSON.stringify(reference.argument)})`,
      data,
      createBudget(),
    );
    return 'problem' in outcome ? [outcome.problem] : [];
  });
