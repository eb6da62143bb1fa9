import type { Strings } from '../../../strings/Strings';

/** The longest text that is shown of a value, in characters. */
const longest = 48;

/** A value in a few words: numbers and texts as they are written in a formula, of lists and objects what is in them. */
export function describeValue(value: unknown, { text, locale }: Strings): string {
  if (Array.isArray(value)) return text('FormulaList', { count: value.length });
  if (typeof value === 'object' && value !== null) {
    const name: unknown = Object.getOwnPropertyDescriptor(value, 'friendly_name')?.value;
    return `{ ${shorten(typeof name === 'string' ? name : Object.keys(value).join(', '))} }`;
  }
  if (typeof value === 'number') return value.toLocaleString(locale, { maximumFractionDigits: 4 });
  return typeof value === 'string'
    ? `'${shorten(value)}'`
    : value === null
      ? text('FormulaNoAnswer')
      : String(value);
}

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
