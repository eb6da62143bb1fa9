/** Character codes the grammar names. */
export const codes = {
  tab: 0x09,
  lineFeed: 0x0a,
  verticalTab: 0x0b,
  formFeed: 0x0c,
  carriageReturn: 0x0d,
  space: 0x20,
  exclamation: 0x21,
  doubleQuote: 0x22,
  hash: 0x23,
  dollar: 0x24,
  percent: 0x25,
  ampersand: 0x26,
  singleQuote: 0x27,
  openParen: 0x28,
  closeParen: 0x29,
  asterisk: 0x2a,
  plus: 0x2b,
  comma: 0x2c,
  minus: 0x2d,
  period: 0x2e,
  slash: 0x2f,
  zero: 0x30,
  colon: 0x3a,
  semicolon: 0x3b,
  less: 0x3c,
  equals: 0x3d,
  greater: 0x3e,
  question: 0x3f,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  caret: 0x5e,
  underscore: 0x5f,
  backtick: 0x60,
  letterE: 0x65,
  letterI: 0x69,
  letterN: 0x6e,
  openBrace: 0x7b,
  bar: 0x7c,
  closeBrace: 0x7d,
  tilde: 0x7e,
  noBreakSpace: 0xa0,
  lineSeparator: 0x2028,
  paragraphSeparator: 0x2029,
  byteOrderMark: 0xfeff,
} as const;

// Built from text: written as literals, the build would replace `\p{…}` by several kilobytes of ranges. Each tests one character, so neither can backtrack.
const startCharacter = new RegExp('^\\p{ID_Start}$', 'u');
const partCharacter = new RegExp('^[\\p{ID_Continue}\\u200c\\u200d]$', 'u');

/** Whether a name may begin with this code point; NaN, the end of the text, is none. */
export function isIdentifierStart(code: number): boolean {
  if (code < 128) return isLetter(code) || code === codes.dollar || code === codes.underscore;
  return code >= 128 && startCharacter.test(String.fromCodePoint(code));
}

/** Whether a name may go on with this code point. */
export function isIdentifierPart(code: number): boolean {
  if (code < 128) return isIdentifierStart(code) || (code >= 0x30 && code <= 0x39);
  return code >= 128 && partCharacter.test(String.fromCodePoint(code));
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

export function isLineTerminator(code: number): boolean {
  return (
    code === codes.lineFeed ||
    code === codes.carriageReturn ||
    code === codes.lineSeparator ||
    code === codes.paragraphSeparator
  );
}

/** Blank space within a line: what ECMAScript calls WhiteSpace. */
export function isBlank(code: number): boolean {
  if (code === codes.space || code === codes.tab || code === codes.verticalTab || code === codes.formFeed) {
    return true;
  }
  if (code < 128) return false;
  return (
    code === codes.noBreakSpace ||
    code === codes.byteOrderMark ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

const each = (characters: string, message: string): [number, string][] =>
  [...characters].map((character) => [character.codePointAt(0) ?? 0, message]);

const advice = new Map<number, string>([
  ...each(
    '\u2018\u2019\u201a\u201b\u2032\u00b4\u2039\u203a\uff07',
    "This quote is typographic: write a straight one, '.",
  ),
  ...each(
    '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02\u301d\u301e\u301f',
    'This quote is typographic: write a straight one, ".',
  ),
  ...each('\u2010\u2011\u2012\u2013\u2014\u2015', 'This is a dash: write the minus sign of the keyboard, -.'),
  ...each('\u2212\ufe63\uff0d\u207b', 'This minus sign is typographic: write the one of the keyboard, -.'),
  ...each('\u00d7\u00b7\u2022\u22c5\u2219\u2217\u2715\u2716\uff0a', 'To multiply, write *.'),
  ...each('\u00f7\u2044\u2215\uff0f', 'To divide, write /.'),
  ...each('\uff0b', 'This plus sign is another character: write the one of the keyboard, +.'),
  ...each('\u2264\u2a7d', 'For "at most", write <=.'),
  ...each('\u2265\u2a7e', 'For "at least", write >=.'),
  ...each('\uff1c', 'For "less than", write <.'),
  ...each('\uff1e', 'For "greater than", write >.'),
  ...each('\u2260', 'For "not equal", write !==.'),
  ...each('\uff1d', 'To compare, write ===.'),
  ...each('\u00b2', 'For a square, write x ** 2.'),
  ...each('\u00b3', 'For a cube, write x ** 3.'),
  ...each('\u00bd', 'Write 0.5.'),
  ...each('\u00bc', 'Write 0.25.'),
  ...each('\u00be', 'Write 0.75.'),
  ...each(
    '\uff05\u066a\u2030',
    'A formula has no percent sign. Write 5 to compare with percent, or 0.05 to multiply.',
  ),
  ...each('\uff0c\u060c\u3001', 'This comma is another character: write the one of the keyboard, ",".'),
  ...each('\u066b', 'Write a decimal number with a full stop, as in 1.5.'),
  ...each('\uff0e\u3002', 'This full stop is another character: write the one of the keyboard, ".".'),
  ...each('\uff08\uff09', 'This parenthesis is another character: write ( or ).'),
  ...each('\u2026', 'This is one character: write three full stops, ....'),
]);

// Characters without a shape: they come with text that is copied from a web page or a document.
const formatCharacter = new RegExp('^\\p{Cf}$', 'u');
/** Fillers, joiners and selectors that Unicode does not call format characters. */
const otherInvisible = new Set([0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0]);
const otherDigit = new RegExp('^\\p{Nd}$', 'u');

/** Whether nobody can see this code point. */
export const isInvisible = (code: number): boolean =>
  code >= 128 &&
  (otherInvisible.has(code) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    formatCharacter.test(String.fromCodePoint(code)));

export const adviceOnInvisible = (code: number): string =>
  `An invisible character stands here (${code === 0x200b ? 'a zero-width space' : hex(code)}): delete it.`;

/** What to write instead of a character that looks like one of the language's, or like nothing; undefined for all others. */
export function adviceFor(code: number): string | undefined {
  if (isInvisible(code)) return adviceOnInvisible(code);
  if (code >= 128 && otherDigit.test(String.fromCodePoint(code)))
    return 'Write numbers with the digits 0 to 9.';
  return advice.get(code);
}

/** What to say about a character that cannot stand where it stands. */
export function describeCharacter(code: number): string {
  const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
  return isControl ? `Unexpected character ${hex(code)}.` : `Unexpected "${String.fromCodePoint(code)}".`;
}

function hex(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
