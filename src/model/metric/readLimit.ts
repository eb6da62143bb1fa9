/**
 * What a number that people wrote means, typed into the editor or saved as text. Only what can be read in one way is a number:
 * a decimal comma is, a separator of thousands, a unit or a sign is not, and a threshold nobody can read would never alarm.
 *
 * @returns the number; `text` for words, which are compared with text; `unclear` for what looks like a number and is none
 */
export function readLimit(written: string): number | 'text' | 'unclear' {
  const text = written.trim();
  if (/^[+-]?[1-9]\d{0,2}([.,]\d{3})+$/.test(text)) return 'unclear';
  if (/^[+-]?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d+)?$/i.test(text) && !/,$/.test(text))
    return Number(text.replace(',', '.'));
  return looksLikeNumber.test(text.normalize('NFKC')) ? 'unclear' : 'text';
}

/** A number with a sign before it, a unit or a percent sign after it, separators in it, or a time such as `1:30`. */
const looksLikeNumber =
  /^[<>=≤≥≈~+\-−–\s]*[\d٠-٩][\d٠-٩.,:'’٫\s]*(%|‰|€|\$|s|sec|secs|seconds?|segundos?|m|min|mins|minutes?|minutos?|h|hours?|horas?|ms|d|days?|días?)?\.?$/i;
