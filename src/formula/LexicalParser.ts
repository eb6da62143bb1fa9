import {
  codes,
  adviceFor,
  describeCharacter,
  isBlank,
  isIdentifierPart,
  isIdentifierStart,
  isLineTerminator,
} from './characters';
import { FormulaError } from './FormulaError';
import type { FormulaErrorCode } from './FormulaError';
import { Jsep } from './jsepClass';
import type { Expression, Literal, TemplateLiteral } from './syntax';

/**
 * Blanks, comments, names, numbers and texts exactly as ECMAScript reads them; jsep's own rules for these differ
 * (test-data/jsepDifferences.json). Characters are read through `codeAt` alone, so that the work of parsing can be counted.
 */
export abstract class LexicalParser extends Jsep {
  /** End of the last token, before the blanks after it. */
  protected tokenEnd = 0;
  /** Whether a line ended within the last blanks. */
  protected lineBroken = false;
  private blanksEnd = 0;

  abstract override gobbleExpressions(): Expression;

  codeAt(index: number): number {
    return this.expr.charCodeAt(index);
  }

  protected peek(offset = 0): number {
    return this.codeAt(this.index + offset);
  }

  /** The code point here, which may be two code units; NaN at the end. */
  private peekCodePoint(): number {
    const high = this.peek();
    if (high < 0xd800 || high > 0xdbff) return high;
    const low = this.peek(1);
    return low >= 0xdc00 && low <= 0xdfff ? (high - 0xd800) * 0x400 + low - 0xdc00 + 0x10000 : high;
  }

  fail(code: FormulaErrorCode, message: string, start = this.index, end = start + 1): never {
    const length = this.expr.length;
    throw new FormulaError(code, message, { start: Math.min(start, length), end: Math.min(end, length) });
  }

  protected failUnexpected(expected?: string): never {
    const wanted = expected === undefined ? '' : ` Expected ${expected}.`;
    const code = this.peekCodePoint();
    if (this.expr.startsWith('<!--', this.index) || this.expr.startsWith('-->', this.index)) {
      return this.fail(
        'unsupported',
        'Put spaces between these signs: JavaScript takes them for a comment.',
        this.index,
        this.index + 3,
      );
    }
    if (Number.isNaN(code)) return this.fail('syntax', `The formula ends too early.${wanted}`);
    if (code === codes.backslash) {
      return this.fail('unsupported', 'Write names as they are, without \\ escapes.');
    }
    if (isIdentifierStart(code)) {
      const start = this.index;
      const word = this.gobbleWord();
      return this.fail(
        'syntax',
        `Unexpected "${shorten(word)}".${wanted || ' Is an operator or a comma missing before it?'}`,
        start,
        this.index,
      );
    }
    const message = adviceFor(code) ?? describeCharacter(code) + wanted;
    return this.fail('syntax', message, this.index, this.index + (code > 0xffff ? 2 : 1));
  }

  override gobbleSpaces(): void {
    if (this.index !== this.blanksEnd) {
      this.tokenEnd = this.index;
      this.lineBroken = false;
    }
    for (;;) {
      const code = this.peek();
      if (isBlank(code)) this.index++;
      else if (isLineTerminator(code)) {
        this.lineBroken = true;
        this.index++;
      } else if (code === codes.slash && this.peek(1) === codes.slash) this.skipLineComment();
      else if (code === codes.slash && this.peek(1) === codes.asterisk) this.skipBlockComment();
      else break;
    }
    this.blanksEnd = this.index;
  }

  private skipLineComment(): void {
    this.index += 2;
    while (this.index < this.expr.length && !isLineTerminator(this.peek())) this.index++;
  }

  private skipBlockComment(): void {
    const start = this.index;
    this.index += 2;
    while (!(this.peek() === codes.asterisk && this.peek(1) === codes.slash)) {
      if (this.index >= this.expr.length) {
        this.fail('syntax', 'This comment does not end. Close it with */', start, start + 2);
      }
      if (isLineTerminator(this.peek())) this.lineBroken = true;
      this.index++;
    }
    this.index += 2;
  }

  protected atWord(): boolean {
    return isIdentifierStart(this.peekCodePoint());
  }

  /** Any name, reserved or not, as it may follow a full stop. */
  protected gobbleWord(): string {
    const start = this.index;
    if (!this.atWord()) this.failUnexpected('a name');
    do {
      this.index += this.peekCodePoint() > 0xffff ? 2 : 1;
    } while (isIdentifierPart(this.peekCodePoint()));
    if (this.peek() === codes.backslash) this.failUnexpected();
    return this.expr.slice(start, this.index);
  }

  /** `1`, `.5`, `1e3`, `1_000`, `0x1F`, `0b11`, `0o17`. */
  override gobbleNumericLiteral(): Literal {
    const start = this.index;
    const radix = this.peek() === codes.zero ? radixes.get(this.peek(1)) : undefined;
    if (radix !== undefined) {
      this.index += 2;
      this.skipDigits(radix);
    } else this.skipDecimal();
    if (this.peek() === codes.letterN)
      this.fail('unsupported', 'A formula has no BigInt: leave out the "n".');
    if (this.atWord() || this.peek() === codes.backslash || Jsep.isDecimalDigit(this.peek())) {
      this.fail(
        'syntax',
        'A name cannot begin with a digit, and nothing may follow a number directly.',
        start,
        this.index + 1,
      );
    }
    const value = Number(this.expr.slice(start, this.index).split('_').join(''));
    return { type: 'Literal', value, start, end: this.index };
  }

  private skipDecimal(): void {
    const start = this.index;
    if (this.peek() !== codes.period) this.skipDigits(10);
    if (this.codeAt(start) === codes.zero && this.index > start + 1) {
      const second = this.codeAt(start + 1);
      if (second === codes.underscore) this.fail('syntax', 'No _ may follow a leading 0.', start, this.index);
      this.fail(
        'unsupported',
        'A number may not begin with 0. For an octal number write 0o17.',
        start,
        this.index,
      );
    }
    if (this.peek() === codes.period) {
      this.index++;
      if (Jsep.isDecimalDigit(this.peek())) this.skipDigits(10);
    }
    if ((this.peek() | 0x20) === codes.letterE) {
      this.index++;
      if (this.peek() === codes.plus || this.peek() === codes.minus) this.index++;
      this.skipDigits(10);
    }
  }

  /** At least one digit; single underscores between digits. */
  private skipDigits(radix: number): void {
    let afterDigit = false;
    for (;;) {
      const code = this.peek();
      if (digitValue(code) < radix) afterDigit = true;
      else if (code === codes.underscore && afterDigit) afterDigit = false;
      else break;
      this.index++;
    }
    if (!afterDigit) this.fail('syntax', 'A digit is missing here.');
  }

  override gobbleStringLiteral(): Literal {
    const start = this.index;
    const quote = this.peek();
    this.index++;
    const value = this.gobbleText(quote, start);
    return { type: 'Literal', value, start, end: this.index };
  }

  /** Reads up to and with the closing quote. */
  private gobbleText(quote: number, start: number): string {
    let text = '';
    let from = this.index;
    for (;;) {
      const code = this.peek();
      if (code === quote) break;
      if (Number.isNaN(code) || code === codes.lineFeed || code === codes.carriageReturn) {
        this.fail(
          'syntax',
          `This text does not end. Close it with ${String.fromCharCode(quote)}`,
          start,
          this.index,
        );
      }
      if (code === codes.backslash) {
        text += this.expr.slice(from, this.index) + this.gobbleEscape();
        from = this.index;
      } else this.index++;
    }
    text += this.expr.slice(from, this.index);
    this.index++;
    return text;
  }

  /** `\n`, `\x41`, `\u0041`, `\u{41}`, a line continuation, or the character itself. */
  private gobbleEscape(): string {
    const start = this.index;
    this.index++;
    const letter = this.expr.charAt(this.index);
    const code = this.peek();
    this.index++;
    const simple = simpleEscapes.get(letter);
    if (simple !== undefined) return simple;
    if (letter === 'x') return String.fromCharCode(this.gobbleHex(2, start));
    if (letter === 'u') return this.gobbleUnicodeEscape(start);
    if (Jsep.isDecimalDigit(code)) {
      if (code === codes.zero && !Jsep.isDecimalDigit(this.peek())) return '\0';
      this.fail('unsupported', 'Octal escapes are not supported. Write \\x41 or \\u0041.', start, this.index);
    }
    if (code === codes.carriageReturn && this.peek() === codes.lineFeed) this.index++;
    return isLineTerminator(code) ? '' : letter;
  }

  private gobbleUnicodeEscape(start: number): string {
    if (this.peek() !== codes.openBrace) return String.fromCharCode(this.gobbleHex(4, start));
    this.index++;
    let value = 0;
    let digits = 0;
    for (; digitValue(this.peek()) < 16; this.index++, digits++) {
      value = value * 16 + digitValue(this.peek());
      if (value > 0x10ffff) break;
    }
    if (digits === 0 || value > 0x10ffff || this.peek() !== codes.closeBrace) this.failEscape(start);
    this.index++;
    return String.fromCodePoint(value);
  }

  private gobbleHex(length: number, start: number): number {
    let value = 0;
    for (let i = 0; i < length; i++, this.index++) {
      const digit = digitValue(this.peek());
      if (digit >= 16) this.failEscape(start);
      value = value * 16 + digit;
    }
    return value;
  }

  private failEscape(start: number): never {
    return this.fail(
      'syntax',
      'This escape is not complete. Write \\x41, \\u0041 or \\u{41}.',
      start,
      this.index + 1,
    );
  }

  protected gobbleTemplate(): TemplateLiteral {
    const start = this.index;
    const texts: string[] = [];
    const expressions: Expression[] = [];
    this.index++;
    for (;;) {
      texts.push(this.gobbleTemplateText(start));
      if (this.peek() === codes.backtick) break;
      this.index += 2;
      expressions.push(this.gobbleExpressions());
      this.gobbleSpaces();
      if (this.peek() !== codes.closeBrace) this.failUnexpected('}');
      this.index++;
    }
    this.index++;
    return { type: 'TemplateLiteral', texts, expressions, start, end: this.index };
  }

  /** Reads up to, without, the closing backtick or `${`. Line ends become line feeds. */
  private gobbleTemplateText(start: number): string {
    let text = '';
    let from = this.index;
    for (;;) {
      const code = this.peek();
      if (Number.isNaN(code))
        this.fail('syntax', 'This text does not end. Close it with `', start, start + 1);
      if (code === codes.backtick || (code === codes.dollar && this.peek(1) === codes.openBrace)) break;
      if (code === codes.backslash) {
        text += this.expr.slice(from, this.index) + this.gobbleEscape();
        from = this.index;
      } else if (code === codes.carriageReturn) {
        text += this.expr.slice(from, this.index) + '\n';
        this.index += this.peek(1) === codes.lineFeed ? 2 : 1;
        from = this.index;
      } else this.index++;
    }
    return text + this.expr.slice(from, this.index);
  }
}

const radixes = new Map([
  [0x78, 16],
  [0x58, 16],
  [0x6f, 8],
  [0x4f, 8],
  [0x62, 2],
  [0x42, 2],
]);

const simpleEscapes = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
]);

/** Infinity for what is no digit in any radix. */
function digitValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : Infinity;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
