import { codes, isBlank } from './characters';
import { ArrowParser } from './ArrowParser';
import { Jsep } from './jsepClass';
import { limits } from './limits';
import { operatorAt, precedence } from './operators';
import { isReserved, refusedWords } from './refusedWords';
import { adviceOnPercent } from './writtenElsewhere';
import type { BinaryOperator, Expression, Identifier, LogicalOperator, UnaryOperator } from './syntax';

/**
 * jsep's parser, made exact: what it accepts, it reads as ECMAScript does, and what it does not support it refuses with a position.
 * Every rule of jsep's that accepted, refused or grouped differently is replaced here (test-data/jsepDifferences.json).
 * The work is proportional to the length of the text: nothing is read twice but a name before `=>`.
 */
export class StrictParser extends ArrowParser {
  /** The only place where an arrow may begin: where the innermost expression began. */
  private arrowStart = -1;
  private nesting = 0;

  parse(): Expression {
    this.gobbleSpaces();
    if (this.index >= this.expr.length) this.fail('empty', 'The formula is empty.', 0, 0);
    const node = this.gobbleExpressions();
    if (this.peek() === codes.semicolon) {
      this.index++;
      this.gobbleSpaces();
      if (this.index < this.expr.length)
        this.fail('syntax', 'A formula is one expression: nothing may follow ";".');
    }
    if (this.index < this.expr.length) this.failUnexpected();
    for (const at of this.assignments.values()) {
      this.fail('unsupported', 'A formula cannot assign with "=". To compare, write ===.', at);
    }
    return node;
  }

  /** The only expression where no list of values can stand. */
  override gobbleExpressions(): Expression {
    this.gobbleSpaces();
    const expression = this.gobbleExpression();
    if (this.peek() === codes.comma) this.failComma(this.index);
    return expression;
  }

  /** One expression without commas: what may stand between the commas of a list. Blanks after it are skipped. */
  override gobbleExpression(): Expression {
    this.gobbleSpaces();
    this.descend();
    const start = this.index;
    this.arrowStart = start;
    let node = this.gobbleBinaryExpression();
    if (!isBareArrow(node)) {
      if (this.peek() === codes.question) node = this.gobbleConditional(start, node);
      else if (this.peek() === codes.equals) node = this.gobbleAssignment(start, node);
    }
    this.nesting--;
    return node;
  }

  private descend(): void {
    if (++this.nesting > limits.nesting) {
      this.fail('too-deep', `The formula nests more than ${limits.nesting} levels deep.`);
    }
  }

  private gobbleConditional(start: number, test: Expression): Expression {
    this.index++;
    const consequent = this.gobbleExpression();
    if (this.peek() !== codes.colon) this.failUnexpected('":" and the other value of "?"');
    this.index++;
    const alternate = this.gobbleExpression();
    return { type: 'ConditionalExpression', test, consequent, alternate, start, end: this.tokenEnd };
  }

  /** At `=`, which is no part of `==`. */
  private gobbleAssignment(start: number, left: Expression): Expression {
    const at = this.index;
    if (this.peek(1) === codes.greater) {
      const isAsync =
        left.type === 'CallExpression' && left.callee.type === 'Identifier' && left.callee.name === 'async';
      if (isAsync)
        this.fail('unsupported', 'A formula cannot wait: leave "async" out.', left.start, left.start + 5);
      this.fail(
        'syntax',
        'Before => only a name or parameters in parentheses can stand, as in (q) => q.',
        at,
        at + 2,
      );
    }
    if (left.type === 'MemberExpression')
      this.fail('unsupported', 'A formula cannot change data. To compare, write ===.');
    if (left.type !== 'Identifier' && left.type !== 'ArrayExpression' && left.type !== 'ObjectExpression') {
      this.fail('syntax', 'Unexpected "=". To compare, write ===.');
    }
    return this.coverAssignment(left, start, at);
  }

  override gobbleBinaryExpression(minimum = 0): Expression {
    const start = this.index;
    let left = this.gobbleToken();
    if (isBareArrow(left)) return left;
    for (;;) {
      this.gobbleSpaces();
      const operator = this.peekBinaryOperator();
      const rank = operator === undefined ? 0 : (precedence.get(operator) ?? 0);
      if (operator === undefined || rank <= minimum) return left;
      left = this.gobbleRight(start, left, operator, rank);
    }
  }

  private gobbleRight(start: number, left: Expression, operator: string, rank: number): Expression {
    const at = this.index;
    this.index += operator.length;
    this.gobbleSpaces();
    if (operator === '**') this.descend();
    if (operator === '%') this.refusePercent(at);
    const right = this.gobbleBinaryExpression(operator === '**' ? rank - 1 : rank);
    if (isBareArrow(right)) this.fail('syntax', 'Put the arrow in parentheses.', right.start, right.end);
    const span = { start, end: this.tokenEnd };
    if (operator === '&&' || operator === '||' || operator === '??') {
      this.checkMixing(operator, left, at);
      this.checkMixing(operator, right, at);
      return { type: 'LogicalExpression', operator, left, right, ...span };
    }
    if (operator === '**') {
      this.nesting--;
      if (left.type === 'UnaryExpression' && !left.parens) {
        this.fail(
          'syntax',
          `Write (${left.operator}x) ** y or ${left.operator}(x ** y): without parentheses it is not clear which is meant.`,
          start,
          at + 2,
        );
      }
    }
    return { type: 'BinaryExpression', operator: operator as BinaryOperator, left, right, ...span };
  }

  /** `5 %`, and `5 % + 3`, which JavaScript would read as the remainder of 5 and +3. */
  private refusePercent(at: number): void {
    const code = this.peek();
    const isSign = (code === codes.plus || code === codes.minus) && isBlank(this.peek(1));
    const isEnd = Number.isNaN(code) || ')]},;:?*/%<>=&|^.'.includes(String.fromCharCode(code));
    if (isSign) this.fail('unsupported', adviceOnPercent, at);
    if (isEnd && !(code === codes.period && Jsep.isDecimalDigit(this.peek(1))) && code !== codes.slash)
      this.fail('syntax', adviceOnPercent, at);
  }

  /** `a ?? b || c` needs parentheses. */
  private checkMixing(operator: LogicalOperator, operand: Expression, at: number): void {
    if (operand.type !== 'LogicalExpression' || operand.parens) return;
    if ((operator === '??') !== (operand.operator === '??')) {
      this.fail(
        'syntax',
        `?? cannot stand beside ${operator === '??' ? operand.operator : operator} without parentheses: write (a ?? b) || c.`,
        at,
        at + 2,
      );
    }
  }

  private peekBinaryOperator(): string | undefined {
    if (this.peek() === codes.letterI) return this.peekWordOperator();
    const operator = operatorAt(this.expr, this.index);
    if (operator === undefined || precedence.has(operator)) return operator;
    const span = [this.index, this.index + operator.length] as const;
    if (operator === '++' || operator === '--') {
      return this.fail(
        'unsupported',
        `A formula cannot change values with ${operator}. Put a space between the signs if two are meant.`,
        ...span,
      );
    }
    if (operator === '<!--') return this.fail('unsupported', 'Put spaces between < and !.', ...span);
    return this.fail('unsupported', `A formula cannot assign with ${operator}.`, ...span);
  }

  private peekWordOperator(): string | undefined {
    const start = this.index;
    const word = this.gobbleWord();
    const end = this.index;
    this.index = start;
    if (word === 'instanceof') this.failWord(word, start, end);
    return word === 'in' ? word : undefined;
  }

  /** One operand: with its unary operators before it and its properties and calls after it. */
  override gobbleToken(): Expression {
    this.gobbleSpaces();
    const start = this.index;
    const mayBeArrow = start === this.arrowStart;
    if (this.atWord()) {
      const word = this.gobbleWord();
      if (word === 'typeof' || word === 'void') return this.gobbleUnary(start, word);
      const node = this.gobbleFromWord(word, start, mayBeArrow);
      return isBareArrow(node) ? node : this.gobbleSuffix(start, node);
    }
    const code = this.peek();
    switch (code) {
      case codes.minus:
      case codes.plus:
      case codes.exclamation:
      case codes.tilde:
        if (this.peek(1) === code) this.peekBinaryOperator();
        this.index++;
        return this.gobbleUnary(start, String.fromCharCode(code) as UnaryOperator);
      case codes.openParen: {
        const node = this.gobbleGroup(mayBeArrow);
        return isBareArrow(node) ? node : this.gobbleSuffix(start, node);
      }
      case codes.openBracket:
        return this.gobbleSuffix(start, this.gobbleArray());
      case codes.openBrace:
        return this.gobbleSuffix(start, this.gobbleObject());
      case codes.backtick:
        return this.gobbleSuffix(start, this.gobbleTemplate());
      case codes.singleQuote:
      case codes.doubleQuote:
        return this.gobbleSuffix(start, this.gobbleStringLiteral());
      case codes.slash:
        return this.fail(
          'unsupported',
          "A formula has no regular expressions. Write text.includes('…'), text.startsWith('…') or text.endsWith('…').",
        );
      default:
        if (Jsep.isDecimalDigit(code) || (code === codes.period && Jsep.isDecimalDigit(this.peek(1)))) {
          return this.gobbleSuffix(start, this.gobbleNumericLiteral());
        }
        if (this.atEllipsis()) return this.failSpread(start);
        return this.failUnexpected('a value');
    }
  }

  private gobbleUnary(start: number, operator: UnaryOperator): Expression {
    this.descend();
    const argument = this.gobbleToken();
    this.nesting--;
    this.gobbleSpaces();
    return { type: 'UnaryExpression', operator, argument, start, end: this.tokenEnd };
  }

  private gobbleFromWord(word: string, start: number, mayBeArrow: boolean): Expression {
    const span = { start, end: this.index };
    switch (word) {
      case 'null':
        return { type: 'Literal', value: null, ...span };
      case 'true':
      case 'false':
        return { type: 'Literal', value: word === 'true', ...span };
      case 'function':
        return this.gobbleFunction(start);
    }
    if (isReserved(word)) this.failWord(word, start, this.index);
    const node: Identifier = { type: 'Identifier', name: word, ...span };
    this.gobbleSpaces();
    if (mayBeArrow && this.atArrow()) return this.gobbleArrow(start, { items: [node], trailingComma: false });
    if (word === 'async' && !this.lineBroken && this.atWord()) {
      this.fail('unsupported', 'A formula cannot wait: leave "async" out.', start, start + 5);
    }
    return node;
  }

  private failWord(word: string, start: number, end: number): never {
    const reason = refusedWords.get(word);
    if (reason !== undefined) return this.fail('unsupported', reason, start, end);
    return this.fail('syntax', `"${word}" is a word of JavaScript and cannot be used here.`, start, end);
  }
}

/** An arrow without parentheses around it: nothing but a comma or a closing bracket may follow. */
function isBareArrow(node: Expression): boolean {
  return node.type === 'ArrowFunctionExpression' && !node.parens;
}
