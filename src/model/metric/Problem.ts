/**
 * What is wrong with what is saved, or with a value, as data: `dashboard/describeProblem` says it in the language of who
 * looks. What a formula gives or a document holds is shown as JSON, cut to what a person reads.
 */
export type Problem =
  | FormulaProblem
  | FormatProblem
  | StyleProblem
  | SettingsProblem
  | DefinitionFault
  | VisualProblem
  /** Which metric has the fault, by its key: labels may repeat. */
  | { readonly kind: 'in-definition'; readonly key: string; readonly fault: DefinitionFault }
  | { readonly kind: 'no-metric'; readonly key: string }
  /** A tile shows it, and it is in no document. */
  | { readonly kind: 'metric-deleted'; readonly key: string };

export type FormulaProblem =
  /** In the formula language's own words, which are English everywhere, as its names are. */
  | { readonly kind: 'formula'; readonly message: string }
  /** A tile shows one value. */
  /** A source that the formula reads could not be read itself; `problem` is a `SourceFault`, or in the source's own words. */
  | { readonly kind: 'source-failed'; readonly source: string; readonly problem: string }
  | NeededChoice
  | { readonly kind: 'formula-gives-list' }
  | { readonly kind: 'formula-gives-object' }
  | { readonly kind: 'in-sample-formula'; readonly problem: FormulaProblem }
  | { readonly kind: 'sample-no-number'; readonly found: string }
  /** A breakdown takes named counts. */
  | { readonly kind: 'formula-gives-no-parts'; readonly found: string }
  | { readonly kind: 'part-no-count'; readonly found: string }
  /** A table takes a list. */
  | { readonly kind: 'formula-gives-no-rows'; readonly found: string }
  | { readonly kind: 'too-many-rows'; readonly count: number; readonly most: number }
  | { readonly kind: 'row-without-name'; readonly found: string }
  | { readonly kind: 'in-row-key'; readonly problem: FormulaProblem };

/** Why a source cannot be read, where more can be said than in its own words. */
export type SourceFault = 'no-permission' | 'throttled' | 'no-client';
/** The formula reads a variable of the board for which nothing is chosen. A reading says it in place of data; it is no error. */
export interface NeededChoice {
  readonly kind: 'needs-choice';
  readonly variable: string;
  /** Of the variable, or what its name says where the board has no such variable. */
  readonly type: string;
  /** What was chosen and is not there any more. */
  readonly gone: readonly string[];
}

export type FormatProblem =
  | { readonly kind: 'unknown-format'; readonly format: string; readonly formats: readonly string[] }
  /** NaN or an infinity. */
  | { readonly kind: 'not-finite'; readonly found: string }
  | { readonly kind: 'format-needs-number'; readonly format: string; readonly found: string }
  | { readonly kind: 'format-needs-time'; readonly found: string }
  /** The data does not say in which zone times are told, or names one that this browser does not know. */
  | { readonly kind: 'no-time-zone' }
  | { readonly kind: 'unknown-time-zone'; readonly timeZone: string };

export type StyleProblem =
  | { readonly kind: 'unknown-style'; readonly name: string; readonly styles: readonly string[] }
  /** A colour of an inline style that the theme has no token of. */
  | { readonly kind: 'unknown-colour'; readonly field: string; readonly name: string }
  /** Tokens of text and ground, undefined for the tile's own, with their contrast ratio and the one it takes. */
  | {
      readonly kind: 'low-contrast';
      readonly field: string;
      readonly name: string;
      readonly ground: string | undefined;
      readonly contrast: number;
      readonly needed: number;
    };

export type SettingsProblem =
  | FieldFault
  | { readonly kind: 'settings-no-object'; readonly found: string }
  | { readonly kind: 'too-many-documents'; readonly count: number; readonly most: number };

export type DefinitionFault =
  | FieldFault
  | { readonly kind: 'formula-missing' }
  | {
      readonly kind: 'threshold-no-number';
      readonly field: string;
      readonly format: string;
      readonly found: string;
    }
  /** Text that looks like a number and is none, compared with a number. */
  | { readonly kind: 'threshold-unclear'; readonly field: string; readonly found: string }
  | { readonly kind: 'sample-formula-missing' }
  | { readonly kind: 'minimum-sample-missing' };

/** What keeps a tile from showing what its board says. */
export type VisualProblem =
  | { readonly kind: 'unknown-visual'; readonly visual: string; readonly visuals: readonly string[] }
  | { readonly kind: 'visual-field-missing'; readonly visual: string; readonly field: string }
  | { readonly kind: 'gauge-needs-number'; readonly found: string }
  | { readonly kind: 'in-column'; readonly column: string; readonly problem: Problem }
  | { readonly kind: 'unknown-column'; readonly column: string; readonly columns: readonly string[] };

/** A field does not hold what it must. */
export interface FieldFault {
  readonly kind: 'field';
  readonly field: string;
  readonly demand: Demand;
  readonly found: string;
}

/** What the value of a field must be. */
export type Demand =
  | { readonly must: SimpleDemand }
  | { readonly must: 'whole-number'; readonly from: number; readonly to: number }
  | { readonly must: 'choice'; readonly choices: readonly string[] };

export type SimpleDemand =
  | 'text'
  | 'name'
  | 'flag'
  | 'number'
  | 'number-from-0'
  | 'number-above-0'
  | 'number-or-text'
  | 'names'
  | 'time-of-day'
  | 'style'
  | 'colour-names'
  | 'number-or-band'
  | 'above-from'
  | 'columns'
  | 'agent-limits'
  | 'sort'
  | 'variable-name'
  | 'stored-choice';
