import type { NamedThresholdStyle, ThresholdStyle } from '../../contract/metricDefinition';
import { readLimit } from '../../metric/readLimit';

/** A saved field as text of an input; nobody knows what is saved there. */
export const textOf = (saved: unknown): string =>
  saved === undefined || saved === null
    ? ''
    : typeof saved === 'object'
      ? JSON.stringify(saved)
      : String(saved);

/**
 * A number as people write it: `5.5`, `5,5`, `5 %`, `90 s`, or a time such as `1:30`, which is 90 seconds.
 * @returns undefined for what is no number, and for `1,000` or `1.000`, which may be one or a thousand
 */
export function numberFrom(text: string): number | undefined {
  const written = text.trim();
  const [, sign, hours, minutes, seconds] = /^(-?)(?:(\d+):(?=\d\d:))?(\d+):([0-5]\d)$/.exec(written) ?? [];
  if (seconds !== undefined)
    return (sign ? -1 : 1) * (Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds));
  const number = readLimit(written.replace(/\s*[%s]$/i, ''));
  return typeof number === 'number' ? number : undefined;
}

/** Whether a threshold is text that was probably meant as a number: `1,000` or `> 5`, which a number never equals. */
export const looksLikeNumber = (limit: unknown): boolean =>
  typeof limit === 'string' && readLimit(limit) === 'unclear';

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
