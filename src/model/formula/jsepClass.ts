import jsep from 'jsep';

/** What we build on in jsep's parser class; its own typings leave the class out. */
interface JsepParser {
  /** The text. */
  readonly expr: string;
  /** Where the parser stands in the text. */
  index: number;
  gobbleSpaces(): void;
  gobbleExpressions(): unknown;
  gobbleExpression(): unknown;
  gobbleBinaryExpression(): unknown;
  gobbleToken(): unknown;
  gobbleTokenProperty(node: unknown): unknown;
  gobbleNumericLiteral(): unknown;
  gobbleStringLiteral(): unknown;
  gobbleIdentifier(): unknown;
  gobbleGroup(): unknown;
  gobbleArray(): unknown;
}

interface JsepClass {
  new (text: string): JsepParser;
  isDecimalDigit(code: number): boolean;
}

/**
 * jsep's parser class. Extending it leaves jsep's process-wide tables (operators, literals, plugins) as they are,
 * and whatever other code registers there does not change what a formula means.
 */
export const Jsep = (jsep as unknown as { Jsep: JsepClass }).Jsep;
