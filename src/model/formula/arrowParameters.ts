import type { CollectionParser } from './CollectionParser';
import { patternNames } from './patternNames';
import type {
  ArrayExpression,
  AssignmentPattern,
  Expression,
  ObjectExpression,
  Pattern,
  Property,
  RestElement,
  SpreadElement,
} from './syntax';

/**
 * What reads as an expression until `=>` shows that it is a parameter. Assignments (`a = 1`) are legal in parameters only;
 * the parser remembers each and takes it off its list here.
 */
export type Cover = Expression | AssignmentPattern | SpreadElement;

/** What stands between the parentheses of a group, a call or parameters. */
export interface GroupItems {
  readonly items: readonly Cover[];
  /** From the first item to the last, parentheses of their own included. */
  readonly start: number;
  readonly end: number;
  readonly trailingComma: boolean;
  /** Where the commas between them stand. */
  readonly commas: readonly number[];
}

export function toParameters(
  parser: CollectionParser,
  { items, trailingComma }: Pick<GroupItems, 'items' | 'trailingComma'>,
  /** A `function` may repeat a name where an arrow may not; neither is worth having. */
  repeated: 'syntax' | 'unsupported' = 'syntax',
): Pattern[] {
  checkRest(parser, items, trailingComma);
  const params = items.map((cover) => toPattern(parser, cover));
  checkNames(parser, params, repeated);
  return params;
}

function toPattern(parser: CollectionParser, node: Cover): Pattern {
  if (node.parens) return failParameter(parser, node);
  switch (node.type) {
    case 'Identifier':
      return node;
    case 'SpreadElement':
      return toRest(parser, node);
    case 'AssignmentPattern':
      parser.assignments.delete(node);
      return { ...node, left: toPattern(parser, node.left as Cover) };
    case 'ArrayExpression':
      return toArrayPattern(parser, node);
    case 'ObjectExpression':
      return toObjectPattern(parser, node);
    default:
      return failParameter(parser, node);
  }
}

function toRest(parser: CollectionParser, node: SpreadElement): RestElement {
  const argument = toPattern(parser, node.argument);
  if (argument.type === 'AssignmentPattern') return failParameter(parser, argument);
  return { ...node, type: 'RestElement', argument };
}

function toArrayPattern(parser: CollectionParser, node: ArrayExpression): Pattern {
  checkRest(parser, node.elements, parser.commaAfterSpread.has(node));
  const elements = node.elements.map((element) => element && toPattern(parser, element));
  return { type: 'ArrayPattern', elements, start: node.start, end: node.end };
}

function toObjectPattern(parser: CollectionParser, node: ObjectExpression): Pattern {
  checkRest(parser, node.properties, parser.commaAfterSpread.has(node));
  const properties = node.properties.map((property): Property<Pattern> | RestElement => {
    if (property.type === 'Property') return { ...property, value: toPattern(parser, property.value) };
    const rest = toRest(parser, property);
    return rest.argument.type === 'Identifier' ? rest : failParameter(parser, rest.argument);
  });
  return { type: 'ObjectPattern', properties, start: node.start, end: node.end };
}

/** `...rest` comes last, with no comma after it. */
function checkRest(
  parser: CollectionParser,
  parts: readonly (Property<Expression> | Cover | null)[],
  trailingComma: boolean,
): void {
  const first = parts.findIndex((part) => part?.type === 'SpreadElement');
  const rest = parts[first];
  if (!rest || (first === parts.length - 1 && !trailingComma)) return;
  parser.fail(
    'syntax',
    'Only the last parameter can begin with "...", with no comma after it.',
    rest.start,
    rest.end,
  );
}

function checkNames(
  parser: CollectionParser,
  params: readonly Pattern[],
  repeated: 'syntax' | 'unsupported',
): void {
  const names = new Set<string>();
  for (const { name, start, end } of params.flatMap(patternNames)) {
    if (names.has(name)) parser.fail(repeated, `Two parameters are named "${name}".`, start, end);
    names.add(name);
  }
}

function failParameter(parser: CollectionParser, node: { start: number; end: number }): never {
  return parser.fail(
    'syntax',
    'This cannot be a parameter. Write a name before =>, as in (q) => q.',
    node.start,
    node.end,
  );
}
