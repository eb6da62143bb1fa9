import { isInvisible } from './characters';

/** Names are that long in TaskRouter; the rest of a longer text is compared as it is. */
const longestName = 256;

/** What a reader sees of a name: blanks of any kind as one space, nothing of characters without a shape, letters as one character each. */
export function lookOf(name: string): string {
  let look = '';
  for (const character of name.slice(0, longestName).normalize('NFKC'))
    if (!isInvisible(character.codePointAt(0) ?? 0)) look += character;
  return look.split(/\s+/).join(' ').trim() + name.slice(longestName);
}

/** ` It looks the same, but …` for two names that look the same and are not; an empty text for others. */
export function differenceOf(written: string, actual: string): string {
  if (written === actual || lookOf(written) !== lookOf(actual)) return '';
  const [ours, theirs] = [[...written], [...actual]];
  const at = theirs.findIndex((character, i) => character !== ours[i]);
  const place = at < 0 ? theirs.length : at;
  const before = theirs.slice(0, place).join('');
  const where = before === '' ? 'at its beginning' : `after "${before.slice(-20)}"`;
  return ` It looks the same, but has ${code(theirs[place])} ${where}, where the formula has ${code(ours[place])}.`;
}

const code = (character: string | undefined): string =>
  character === undefined
    ? 'nothing'
    : `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
