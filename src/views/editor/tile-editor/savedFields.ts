import type { NamedThresholdStyle, ThresholdStyle } from '../../../schema/metricDefinition';

/** A saved field as text of an input; nobody knows what is saved there. */
export const textOf = (saved: unknown): string =>
  saved === undefined || saved === null
    ? ''
    : typeof saved === 'object'
      ? JSON.stringify(saved)
      : String(saved);

/** The name of a saved style; `own` for colours that somebody named one by one. */
export const styleNameOf = (saved: unknown): string =>
  typeof saved === 'object' && saved !== null ? 'own' : textOf(saved) || 'Default';

/** What a threshold looks like that nobody has chosen a style for yet. */
export const usualStyles = {
  firstThresholdStyle: 'Warn',
  secondThresholdStyle: 'Error Strong',
} as const satisfies Readonly<Record<string, NamedThresholdStyle & ThresholdStyle>>;
