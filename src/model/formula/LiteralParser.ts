import { codes, isLineTerminator } from './characters';
import { Jsep } from './jsepClass';
import { LexicalParser } from './LexicalParser';
import type { Expression, Literal, TemplateLiteral } from './syntax';
import { adviceOnUnit } from './writtenElsewhere';

/** Numbers, texts and templates. */
export abstract class LiteralParser extends LexicalParser {
  abstract override gobbleExpressions(): Expression;

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
    if (radix === undefined) this.refuseOtherSpellings(start);
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

  /** `10s`, `1.000` for a thousand, `1.000.000` */
  private refuseOtherSpellings(start: number): void {
    const { index } = this;
    const written = this.expr.slice(start, index);
    if (this.atWord()) {
      const advice = adviceOnUnit(Number(written.split('_').join('')), this.gobbleWord());
      const end = this.index;
      this.index = index;
      if (advice !== undefined) this.fail('syntax', advice, start, end);
    }
    const thousands = /^[1-9]\d{0,2}\.000$/.test(written) || (/\.\d{3}$/.test(written) && this.atThousands());
    if (thousands)
      this.fail(
        'unsupported',
        'A number has no full stops between thousands. Write 1000 for one thousand, and 1 for one.',
        start,
      );
  }

  private atThousands(): boolean {
    return this.peek() === codes.period && Jsep.isDecimalDigit(this.peek(1));
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
