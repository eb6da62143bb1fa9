import type { StoredChoice } from '../../schema/boardDocuments';
import { asChoice, bindingOf, variableNamed, type Variable } from '../../model/metric/boardVariables';
import type { ParsedDefinition } from '../../model/metric/parseMetricDefinitions';
import { variablesIn, type Bindings } from '../../model/formula';
import type { Fixed } from '../../model/board/Board';
import type { ArrangedSection, ArrangedTile } from '../../model/board/arrangeBoard';
import { formulasOf, measureOn, type Measure } from '../../visuals/Measure';
import { openVisual } from '../../visuals/registry';

/** A choice that the header of a board shows, and what is chosen. */
export interface ShownVariable extends Variable {
  /** Undefined while nothing is. */
  readonly chosen: StoredChoice | undefined;
}

export interface BoundTiles {
  readonly sections: readonly ArrangedSection[];
  /** What the tiles are made of, for what is chosen. A metric on no tile is not evaluated. */
  readonly measures: readonly Measure[];
  /** Those that the board offers, and then those that its tiles read all the same. */
  readonly variables: readonly ShownVariable[];
}

/**
 * Gives each tile what is chosen for it: what it fixes itself, or what the viewer chose, or the default. A metric is one reading for
 * each different choice; tiles of the same metric and the same choice share one.
 * @param chosenFor what the viewer chose for a variable; undefined for nothing
 */
export function bindTiles(
  definitions: readonly ParsedDefinition[],
  sections: readonly ArrangedSection[],
  offered: readonly Variable[],
  chosenFor: (variable: string) => StoredChoice | undefined,
): BoundTiles {
  const known = new Map(definitions.map((definition) => [definition.key, definition]));
  const variables = new Map(offered.map((variable) => [variable.name, variable]));
  const onTiles = new Map<string, Measure>();

  const chosen = (name: string): StoredChoice | undefined => {
    const variable = variables.get(name);
    return asChoice(chosenFor(name), variable?.type ?? 'list') ?? variable?.default;
  };
  const bind = (measure: Measure, fixed: ArrangedTile['with']): Measure => {
    const names = variablesOf(measure);
    if (names.length === 0) return measure;
    for (const name of names) {
      const variable = variables.has(name) ? undefined : variableNamed(name);
      if (variable && fixed?.[name] === undefined) variables.set(name, variable);
    }
    const bindings = names.flatMap((name) => {
      const variable = variables.get(name) ?? variableNamed(name);
      const value = asChoice(fixed?.[name], variable?.type ?? 'list') ?? chosen(name);
      return value === undefined ? [] : [[name, bindingOf(variable, value)] as const];
    });
    return measureOn(measure, new Map(bindings));
  };

  const boundSections = sections.map((section) => ({
    ...section,
    tiles: section.tiles.map((tile): ArrangedTile => {
      const measures = openVisual(tile.visual).measures(tile.label);
      const reads = new Set<string>();
      const own = measures.map((measure) => {
        const base: Measure | undefined = 'shape' in measure ? measure : known.get(measure.metric);
        if (!base) return undefined;
        for (const name of variablesOf(base)) reads.add(name);
        const made = bind(base, tile.with);
        onTiles.set(made.key, made);
        return made === base ? undefined : made.key;
      });
      if (own.every((key) => key === undefined)) return tile;
      const identities = measures.map((measure, index) => own[index] ?? keyOf(measure));
      return { ...tile, identities, reads: [...reads] };
    }),
  }));
  return {
    sections: boundSections,
    measures: [...onTiles.values()],
    variables: [...variables.values()].map((variable) => ({ ...variable, chosen: chosen(variable.name) })),
  };
}

/** What formulas read as `board` of what a header shows, on a tile that fixes some of it. */
export const bindingsOf = (variables: readonly ShownVariable[], fixed: Fixed): Bindings =>
  new Map(
    variables.flatMap((variable) => {
      const value = asChoice(fixed[variable.name], variable.type) ?? variable.chosen;
      return value === undefined ? [] : [[variable.name, bindingOf(variable, value)] as const];
    }),
  );

const keyOf = (measure: { readonly metric: string } | { readonly key: string }): string =>
  'metric' in measure ? measure.metric : measure.key;

const knownNames = new WeakMap<Measure, readonly string[]>();

/** The variables that the formulas of a measure read, in the order of their names. */
export function variablesOf(measure: Measure): readonly string[] {
  const names =
    knownNames.get(measure) ??
    [...new Set(formulasOf(measure).flatMap(({ text }) => variablesIn(text)))].sort();
  knownNames.set(measure, names);
  return names;
}
