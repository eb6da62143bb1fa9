import type { Cover, GroupItems } from './arrowParameters';
import { codes } from './characters';
import { Jsep } from './jsepClass';
import { LiteralParser } from './LiteralParser';
import { isReserved } from './refusedWords';
import { unclearComma, type Separated } from './separators';
import { adviceOnComma } from './writtenElsewhere';
import type {
  ArrayExpression,
  ArrowFunctionExpression,
  AssignmentPattern,
  CallExpression,
  Expression,
  Identifier,
  Literal,
  MemberExpression,
  ObjectExpression,
  Pattern,
  Property,
  SpreadElement,
} from './syntax';

/** Words that begin a method when another word follows. */
const accessors = new Set<unknown>(['get', 'set', 'async']);

/** Everything in brackets: groups, lists, objects, arguments, and the properties and calls after a value. */
export abstract class CollectionParser extends LiteralParser {
  /** Assignments read so far that no `=>` has turned into default values, and where their `=` stands. */
  readonly assignments = new Map<AssignmentPattern, number>();
  /** Lists and objects in which a comma follows `...x`; they cannot become parameters. */
  readonly commaAfterSpread = new Set<Expression>();

  abstract override gobbleExpressions(): Expression;
  abstract override gobbleExpression(): Expression;
  protected abstract atArrow(): boolean;
  protected abstract gobbleArrow(
    start: number,
    group: Pick<GroupItems, 'items' | 'trailingComma'>,
  ): ArrowFunctionExpression;

  /** An assignment stands in the tree as if it were an expression, until `=>` follows or `parse` refuses it. */
  protected coverAssignment(left: Expression, start: number, at: number): Expression {
    this.index++;
    const right = this.gobbleExpression();
    const node: AssignmentPattern = {
      type: 'AssignmentPattern',
      left: left as unknown as Pattern,
      right,
      start,
      end: this.tokenEnd,
    };
    this.assignments.set(node, at);
    return node as unknown as Expression;
  }

  /** Refuses commas between values that may be decimal commas. */
  private checkCommas(separated: Separated, callee?: Expression): void {
    const comma = unclearComma(this.expr, separated, callee);
    if (comma !== undefined) this.failComma(comma);
  }

  /** A comma where one value is needed: JavaScript would forget what is before it. */
  protected failComma(at: number): never {
    return this.fail(
      'unsupported',
      adviceOnComma(this.expr, at) ??
        'A formula is one value: a comma can stand only between the values of a list, an object or a call.',
      at,
    );
  }

  protected atEllipsis(): boolean {
    return this.peek() === codes.period && this.peek(1) === codes.period && this.peek(2) === codes.period;
  }

  private gobbleSpread(): SpreadElement {
    const start = this.index;
    this.index += 3;
    const argument = this.gobbleExpression();
    return { type: 'SpreadElement', argument, start, end: this.tokenEnd };
  }

  /** At `(`: a value in parentheses, or an arrow's parameters with the arrow. */
  override gobbleGroup(mayBeArrow = false): Expression {
    const start = this.index;
    const group = this.gobbleGroupItems();
    const end = this.index;
    this.gobbleSpaces();
    if (mayBeArrow && this.atArrow()) return this.gobbleArrow(start, group);
    const items = group.items.map((item) =>
      item.type === 'SpreadElement' ? this.failSpread(item.start) : item,
    ) as Expression[];
    const [first] = items;
    if (!first) return this.fail('syntax', 'Something is missing between ( and ).', start, end);
    if (group.trailingComma)
      return this.fail('syntax', 'Something is missing between the comma and ).', end - 1, end);
    const [comma] = group.commas;
    if (comma !== undefined)
      this.failComma(group.commas.find((at) => adviceOnComma(this.expr, at) !== undefined) ?? comma);
    first.parens = true;
    return first;
  }

  protected failSpread(start: number): never {
    return this.fail('syntax', '"..." can stand only in a list, an object or a call.', start, start + 3);
  }

  /** At `(`: reads up to and with `)`. */
  protected gobbleGroupItems(): GroupItems {
    const items: Cover[] = [];
    const commas: number[] = [];
    let trailingComma = false;
    this.index++;
    this.gobbleSpaces();
    const start = this.index;
    while (this.peek() !== codes.closeParen) {
      items.push(this.atEllipsis() ? this.gobbleSpread() : this.gobbleExpression());
      trailingComma = this.peek() === codes.comma;
      if (!trailingComma) break;
      commas.push(this.index++);
      this.gobbleSpaces();
    }
    if (this.peek() !== codes.closeParen) this.failUnexpected('")"');
    const end = this.tokenEnd;
    this.index++;
    return { items, trailingComma, commas, start, end };
  }

  /** At `[`. */
  override gobbleArray(): ArrayExpression {
    const start = this.index;
    const elements: (Expression | SpreadElement | null)[] = [];
    const commas: number[] = [];
    let commaAfterSpread = false;
    this.index++;
    this.gobbleSpaces();
    while (this.peek() !== codes.closeBracket) {
      if (this.peek() === codes.comma) elements.push(null);
      else {
        const spread = this.atEllipsis();
        elements.push(spread ? this.gobbleSpread() : this.gobbleExpression());
        if (this.peek() !== codes.comma) break;
        commaAfterSpread ||= spread;
      }
      commas.push(this.index++);
      this.gobbleSpaces();
    }
    if (this.peek() !== codes.closeBracket) this.failUnexpected('"]"');
    this.index++;
    this.checkCommas({ items: elements, commas });
    const node: ArrayExpression = { type: 'ArrayExpression', elements, start, end: this.index };
    if (commaAfterSpread) this.commaAfterSpread.add(node);
    return node;
  }

  /** At `{`. */
  protected gobbleObject(): ObjectExpression {
    const start = this.index;
    const properties: (Property<Expression> | SpreadElement)[] = [];
    let commaAfterSpread = false;
    this.index++;
    this.gobbleSpaces();
    while (this.peek() !== codes.closeBrace) {
      const spread = this.atEllipsis();
      properties.push(spread ? this.gobbleSpread() : this.gobbleProperty());
      if (this.peek() !== codes.comma) break;
      commaAfterSpread ||= spread;
      // Keys that are numbers are rarer than decimal commas.
      if (adviceOnComma(this.expr, this.index) !== undefined) this.failComma(this.index);
      this.index++;
      this.gobbleSpaces();
    }
    if (this.peek() !== codes.closeBrace) this.failUnexpected('"}"');
    this.index++;
    const node: ObjectExpression = { type: 'ObjectExpression', properties, start, end: this.index };
    if (commaAfterSpread) this.commaAfterSpread.add(node);
    return node;
  }

  private gobbleProperty(): Property<Expression> {
    const start = this.index;
    const computed = this.peek() === codes.openBracket;
    const isName = this.atWord();
    const key = computed ? this.gobbleComputedKey() : this.gobbleKey();
    this.gobbleSpaces();
    if (!computed && (key as Literal).value === '__proto__') {
      this.fail('blocked', 'No key can be named "__proto__".', start, this.tokenEnd);
    }
    if (this.peek() === codes.colon) {
      this.index++;
      const value = this.gobbleExpression();
      return { type: 'Property', key, computed, shorthand: false, value, start, end: this.tokenEnd };
    }
    if (
      this.peek() === codes.openParen ||
      (isName && accessors.has((key as Literal).value) && !this.atEnd())
    ) {
      this.fail(
        'unsupported',
        'Write name: (x) => value. A formula has no methods, get or set.',
        start,
        this.index + 1,
      );
    }
    if (!isName) this.failUnexpected('":" and a value');
    const value = this.gobbleShorthand((key as Literal).value as string, start);
    return { type: 'Property', key, computed, shorthand: true, value, start, end: this.tokenEnd };
  }

  /** Whether a property can end here. */
  private atEnd(): boolean {
    const code = this.peek();
    return code === codes.comma || code === codes.closeBrace || code === codes.equals || Number.isNaN(code);
  }

  private gobbleShorthand(name: string, start: number): Expression {
    const node: Identifier = { type: 'Identifier', name, start, end: this.tokenEnd };
    if (isReserved(name) || name === 'null' || name === 'true' || name === 'false') {
      this.fail('syntax', `Write ${name}: and a value.`, start, this.tokenEnd);
    }
    const at = this.index;
    return this.peek() === codes.equals ? this.coverAssignment(node, start, at) : node;
  }

  private gobbleComputedKey(): Expression {
    this.index++;
    const key = this.gobbleExpression();
    if (this.peek() !== codes.closeBracket) this.failUnexpected('"]"');
    this.index++;
    return key;
  }

  /** A key that is a name, a text or a number, always as text. */
  private gobbleKey(): Literal {
    const start = this.index;
    const code = this.peek();
    if (code === codes.singleQuote || code === codes.doubleQuote) return this.gobbleStringLiteral();
    if (Jsep.isDecimalDigit(code) || (code === codes.period && Jsep.isDecimalDigit(this.peek(1)))) {
      const number = this.gobbleNumericLiteral();
      return { ...number, value: String(number.value) };
    }
    if (code === codes.asterisk)
      this.fail('unsupported', 'A formula has no generators. Write name: (x) => value.');
    return { type: 'Literal', value: this.gobbleWord(), start, end: this.index };
  }

  /** Properties and calls after a value, which began at `start`. */
  protected gobbleSuffix(start: number, value: Expression): Expression {
    let node = value;
    let optionalSeen = false;
    for (;;) {
      this.gobbleSpaces();
      const optional = this.atOptional();
      if (optional) {
        optionalSeen = true;
        this.index += 2;
        this.gobbleSpaces();
      }
      const next = this.gobbleLink(start, node, optional);
      if (!next) break;
      node = next;
    }
    if (!optionalSeen) return node;
    const expression = node as MemberExpression | CallExpression;
    return { type: 'ChainExpression', expression, start, end: this.tokenEnd };
  }

  /** `?.`, which before a digit is the beginning of `? .5 : …`. */
  private atOptional(): boolean {
    return (
      this.peek() === codes.question && this.peek(1) === codes.period && !Jsep.isDecimalDigit(this.peek(2))
    );
  }

  private gobbleLink(start: number, object: Expression, optional: boolean): Expression | undefined {
    const code = this.peek();
    if (code === codes.openParen) {
      const group = this.gobbleGroupItems();
      const end = this.index;
      this.checkCommas(group, object);
      const list = group.items as (Expression | SpreadElement)[];
      return { type: 'CallExpression', callee: object, arguments: list, optional, start, end };
    }
    if (code === codes.openBracket) {
      this.index++;
      const property = this.gobbleExpressions();
      if (this.peek() !== codes.closeBracket) this.failUnexpected('"]"');
      this.index++;
      return { type: 'MemberExpression', object, property, computed: true, optional, start, end: this.index };
    }
    if (code === codes.backtick) this.fail('unsupported', 'A template cannot be a call. Write f(`…`).');
    if (!optional) {
      if (code !== codes.period) return undefined;
      this.index++;
      this.gobbleSpaces();
    }
    const nameStart = this.index;
    const value = this.gobbleWord();
    const property: Literal = { type: 'Literal', value, start: nameStart, end: this.index };
    return { type: 'MemberExpression', object, property, computed: false, optional, start, end: this.index };
  }
}
