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

const advice = new Map<number, string>([
  [0x2018, "This quote is typographic: write a straight one, '."],
  [0x2019, "This quote is typographic: write a straight one, '."],
  [0x201c, 'This quote is typographic: write a straight one, ".'],
  [0x201d, 'This quote is typographic: write a straight one, ".'],
  [0x2013, 'This is a dash: write the minus sign of the keyboard, -.'],
  [0x2014, 'This is a dash: write the minus sign of the keyboard, -.'],
  [0x2212, 'This minus sign is typographic: write the one of the keyboard, -.'],
  [0x00d7, 'To multiply, write *.'],
  [0x00f7, 'To divide, write /.'],
  [0x2264, 'For "at most", write <=.'],
  [0x2265, 'For "at least", write >=.'],
  [0x2260, 'For "not equal", write !==.'],
  [0x2026, 'This is one character: write three full stops, ....'],
  [0x200b, 'An invisible character stands here (a zero-width space): delete it.'],
]);

/** What to write instead of a character that looks like one of the language's; undefined for all others. */
export function adviceFor(code: number): string | undefined {
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
