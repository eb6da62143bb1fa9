import {
  codes,
  adviceFor,
  adviceOnInvisible,
  describeCharacter,
  isBlank,
  isIdentifierPart,
  isIdentifierStart,
  isInvisible,
  isLineTerminator,
} from './characters';
import { FormulaError } from './FormulaError';
import type { FormulaErrorCode } from './FormulaError';
import { Jsep } from './jsepClass';
import { adviceOnComma, adviceOnTime, adviceOnUnit, adviceOnWord, numberAtEnd } from './writtenElsewhere';

/**
 * Blanks, comments and names exactly as ECMAScript reads them; jsep's own rules for these differ
 * (test-data/jsepDifferences.json). Characters are read through `codeAt`, so that the work of parsing can be counted; only `operatorAt` looks ahead, four characters at most.
 */
export abstract class LexicalParser extends Jsep {
  /** End of the last token, before the blanks after it. */
  protected tokenEnd = 0;
  /** Whether a line ended within the last blanks. */
  protected lineBroken = false;
  private blanksEnd = 0;

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
      const number = numberAtEnd(this.expr.slice(0, start));
      const advice = (number === undefined ? undefined : adviceOnUnit(number, word)) ?? adviceOnWord(word);
      return this.fail(
        'syntax',
        advice ?? `Unexpected "${shorten(word)}".${wanted || ' Is an operator missing before it?'}`,
        start,
        this.index,
      );
    }
    const message = adviceFor(code) ?? this.adviceHere(code) ?? describeCharacter(code) + wanted;
    return this.fail('syntax', message, this.index, this.index + (code > 0xffff ? 2 : 1));
  }

  /** What to write instead of a sign of the keyboard that means something else elsewhere. */
  private adviceHere(code: number): string | undefined {
    const before = this.expr.slice(0, this.index);
    switch (code) {
      case codes.equals:
        return before.trim() === '' ? 'Leave out the "=" at the beginning.' : undefined;
      case codes.greater:
        return before.endsWith('<') ? 'For "not equal", write !==.' : undefined;
      case codes.semicolon:
        return 'Put a comma between values: ";" ends a formula.';
      case codes.comma:
        return adviceOnComma(this.expr, this.index);
      case codes.colon:
        return adviceOnTime(this.expr, this.index);
      default:
        return undefined;
    }
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
      const code = this.peekCodePoint();
      if (isInvisible(code)) this.fail('unsupported', adviceOnInvisible(code));
      this.index += code > 0xffff ? 2 : 1;
    } while (isIdentifierPart(this.peekCodePoint()));
    if (this.peek() === codes.backslash) this.failUnexpected();
    return this.expr.slice(start, this.index);
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
