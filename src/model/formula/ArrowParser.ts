import { toParameters } from './arrowParameters';
import type { GroupItems } from './arrowParameters';
import { codes } from './characters';
import { CollectionParser } from './CollectionParser';
import type { ArrowFunctionExpression, Expression } from './syntax';

/** Arrows and the two longer ways to write them. */
export abstract class ArrowParser extends CollectionParser {
  protected override atArrow(): boolean {
    if (this.peek() !== codes.equals || this.peek(1) !== codes.greater) return false;
    if (this.lineBroken)
      this.fail('syntax', '=> must stand on the same line as what is before it.', this.index, this.index + 2);
    return true;
  }

  /** At `=>`. */
  protected override gobbleArrow(
    start: number,
    group: Pick<GroupItems, 'items' | 'trailingComma'>,
  ): ArrowFunctionExpression {
    const params = toParameters(this, group);
    this.index += 2;
    this.gobbleSpaces();
    const body = this.peek() === codes.openBrace ? this.gobbleBlock() : this.gobbleExpression();
    this.gobbleSpaces();
    return { type: 'ArrowFunctionExpression', params, body, start, end: this.tokenEnd };
  }

  /** `{ return e }`, `{ return e; }` */
  private gobbleBlock(): Expression {
    const start = this.index;
    this.index++;
    this.gobbleSpaces();
    const wordStart = this.index;
    const isReturn = this.atWord() && this.gobbleWord() === 'return';
    this.gobbleSpaces();
    if (!isReturn || this.lineBroken || this.peek() === codes.semicolon || this.peek() === codes.closeBrace) {
      this.fail(
        'unsupported',
        'Between { and } only "return" and a value can stand. For an object write ({ … }).',
        start,
        wordStart + 1,
      );
    }
    const body = this.gobbleExpressions();
    if (this.peek() === codes.semicolon) {
      this.index++;
      this.gobbleSpaces();
    }
    if (this.peek() !== codes.closeBrace)
      this.fail('unsupported', 'After "return" and its value only } can stand.');
    this.index++;
    return body;
  }

  /** `function (x) { return e }`: in parentheses by nature, so that properties and calls may follow it. */
  protected gobbleFunction(start: number): Expression {
    this.gobbleSpaces();
    if (this.peek() !== codes.openParen) {
      this.fail(
        'unsupported',
        'A function in a formula has no name and no *. Write (x) => value.',
        start,
        this.index,
      );
    }
    const params = toParameters(this, this.gobbleGroupItems(), 'unsupported');
    this.gobbleSpaces();
    if (this.peek() !== codes.openBrace) this.failUnexpected('{');
    const body = this.gobbleBlock();
    return { type: 'ArrowFunctionExpression', params, body, start, end: this.index, parens: true };
  }
}
