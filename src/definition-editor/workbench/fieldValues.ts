import type { NamedThresholdStyle, ThresholdStyle } from '../../contract/metricDefinition';

/** A saved field as text of an input; nobody knows what is saved there. */
export const textOf = (saved: unknown): string =>
  saved === undefined || saved === null ? '' : typeof saved === 'string' ? saved : String(saved);

/** What an input of a number holds, to be saved: absent when it is empty. */
export function numberFrom(text: string): number | undefined {
  const value = Number(text);
  return text.trim() === '' || Number.isNaN(value) ? undefined : value;
}

/** A threshold, which may be text: a number where it reads as one, absent when it is empty. */
export const limitFrom = (text: string): number | string | undefined =>
  text.trim() === '' ? undefined : (numberFrom(text) ?? text);

/** The name of a saved style; `own` for colours that somebody named one by one. */
export const styleNameOf = (saved: unknown): string =>
  typeof saved === 'object' && saved !== null ? 'own' : textOf(saved) || 'Default';

/** What a threshold looks like that nobody has chosen a style for yet. */
export const usualStyles = {
  firstThresholdStyle: 'Warn',
  secondThresholdStyle: 'Error Strong',
} as const satisfies Readonly<Record<string, NamedThresholdStyle & ThresholdStyle>>;
