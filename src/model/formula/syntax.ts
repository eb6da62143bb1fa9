import type { Span } from './FormulaError';

/**
 * The tree of a formula. Names and shapes are ESTree's, so that the trees of any JavaScript parser can be compared with ours.
 * Spans are those of the node without the parentheses around it.
 */
interface NodeBase extends Span {
  /** Whether the node stands in parentheses: `(a?.b).c`, `-(2) ** 2` and `(a ?? b) || c` depend on it. */
  parens?: boolean;
}

export interface Literal extends NodeBase {
  readonly type: 'Literal';
  readonly value: string | number | boolean | null;
}

export interface Identifier extends NodeBase {
  readonly type: 'Identifier';
  readonly name: string;
}

/** `texts` has one entry more than `expressions`. */
export interface TemplateLiteral extends NodeBase {
  readonly type: 'TemplateLiteral';
  readonly texts: readonly string[];
  readonly expressions: readonly Expression[];
}

export interface SpreadElement extends NodeBase {
  readonly type: 'SpreadElement';
  readonly argument: Expression;
}

/** A `null` element is a hole: `[1, , 2]`. */
export interface ArrayExpression extends NodeBase {
  readonly type: 'ArrayExpression';
  readonly elements: readonly (Expression | SpreadElement | null)[];
}

/** A key that is not computed is a text literal. */
export interface Property<Value> extends NodeBase {
  readonly type: 'Property';
  readonly key: Expression;
  readonly computed: boolean;
  readonly shorthand: boolean;
  readonly value: Value;
}

export interface ObjectExpression extends NodeBase {
  readonly type: 'ObjectExpression';
  readonly properties: readonly (Property<Expression> | SpreadElement)[];
}

/** A property that is not computed is a text literal. */
export interface MemberExpression extends NodeBase {
  readonly type: 'MemberExpression';
  readonly object: Expression;
  readonly property: Expression;
  readonly computed: boolean;
  readonly optional: boolean;
}

export interface CallExpression extends NodeBase {
  readonly type: 'CallExpression';
  readonly callee: Expression;
  readonly arguments: readonly (Expression | SpreadElement)[];
  readonly optional: boolean;
}

/** As far as a `?.` inside cuts short. */
export interface ChainExpression extends NodeBase {
  readonly type: 'ChainExpression';
  readonly expression: MemberExpression | CallExpression;
}

export type UnaryOperator = '-' | '+' | '!' | '~' | 'typeof' | 'void';

export interface UnaryExpression extends NodeBase {
  readonly type: 'UnaryExpression';
  readonly operator: UnaryOperator;
  readonly argument: Expression;
}

export type LogicalOperator = '&&' | '||' | '??';
export type ArithmeticOperator = '-' | '*' | '/' | '%' | '**' | '|' | '^' | '&' | '<<' | '>>' | '>>>';
export type EqualityOperator = '==' | '!=' | '===' | '!==';
export type RelationalOperator = '<' | '>' | '<=' | '>=';
export type BinaryOperator = '+' | ArithmeticOperator | EqualityOperator | RelationalOperator | 'in';

export interface BinaryExpression extends NodeBase {
  readonly type: 'BinaryExpression';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface LogicalExpression extends NodeBase {
  readonly type: 'LogicalExpression';
  readonly operator: LogicalOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface ConditionalExpression extends NodeBase {
  readonly type: 'ConditionalExpression';
  readonly test: Expression;
  readonly consequent: Expression;
  readonly alternate: Expression;
}

/** `x => e`, and its longer spellings `x => { return e }` and `function (x) { return e }`. */
export interface ArrowFunctionExpression extends NodeBase {
  readonly type: 'ArrowFunctionExpression';
  readonly params: readonly Pattern[];
  readonly body: Expression;
}

export type Expression =
  | Literal
  | Identifier
  | TemplateLiteral
  | ArrayExpression
  | ObjectExpression
  | MemberExpression
  | CallExpression
  | ChainExpression
  | UnaryExpression
  | BinaryExpression
  | LogicalExpression
  | ConditionalExpression
  | ArrowFunctionExpression;

export interface ArrayPattern extends NodeBase {
  readonly type: 'ArrayPattern';
  readonly elements: readonly (Pattern | null)[];
}

export interface ObjectPattern extends NodeBase {
  readonly type: 'ObjectPattern';
  readonly properties: readonly (Property<Pattern> | RestElement)[];
}

export interface AssignmentPattern extends NodeBase {
  readonly type: 'AssignmentPattern';
  readonly left: Pattern;
  readonly right: Expression;
}

export interface RestElement extends NodeBase {
  readonly type: 'RestElement';
  readonly argument: Pattern;
}

/** What an arrow's parameter may look like. */
export type Pattern = Identifier | ArrayPattern | ObjectPattern | AssignmentPattern | RestElement;

export type SyntaxNode = Expression | Pattern | SpreadElement | Property<Expression> | Property<Pattern>;
