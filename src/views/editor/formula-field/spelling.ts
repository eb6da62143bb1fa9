import { isIdentifierPart, isIdentifierStart } from '../../../model/formula/characters';

/** Whether a key can be read with a dot. */
export function isName(key: string): boolean {
  return (
    [...key].every((character, index) => {
      const code = character.codePointAt(0) ?? NaN;
      return index === 0 ? isIdentifierStart(code) : isIdentifierPart(code);
    }) && key !== ''
  );
}

/** A text as a formula writes it: `'Support'`. */
export function quoted(text: string, quote: "'" | '"' = "'"): string {
  const escaped = text
    .split('\\')
    .join('\\\\')
    .split(quote)
    .join(`\\${quote}`)
    .split('\n')
    .join('\\n')
    .split('\r')
    .join('\\r');
  return `${quote}${escaped}${quote}`;
}

/** How a field is read: `.total_tasks`, `['20']`. */
export const readOf = (key: string): string => (isName(key) ? `.${key}` : `[${quoted(key)}]`);
