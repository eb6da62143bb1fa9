import { parseExpressionAt, tokenizer } from 'acorn';

type AcornNode = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly start: number;
  readonly end: number;
};

const options = { ecmaVersion: 2023, preserveParens: true } as const;

/** JavaScript's own reading of a formula, in the notation of `formulaTree`; undefined where it is no JavaScript expression. */
export function acornTree(text: string): unknown {
  try {
    const node = parseExpressionAt(text, 0, options) as unknown as AcornNode;
    return isBlank(text.slice(node.end)) ? simplify(node) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a text holds nothing but blanks and comments. */
export function isBlank(text: string): boolean {
  try {
    return tokenizer(text, options).getToken().type.label === 'eof';
  } catch {
    return false;
  }
}

function simplify(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(simplify);
  if (typeof node !== 'object' || node === null) return node;
  return isNode(node) ? simplifyNode(node) : node;
}

function isNode(value: object): value is AcornNode {
  return 'type' in value && 'start' in value;
}

function simplifyNode(node: AcornNode): unknown {
  const { type, start, end } = node;
  switch (type) {
    case 'ParenthesizedExpression':
      return simplify(node['expression']);
    case 'Literal':
      return 'regex' in node || 'bigint' in node
        ? { type: 'RegExpOrBigInt' }
        : { type, value: node['value'], start, end };
    case 'TemplateLiteral':
      return {
        type,
        texts: (node['quasis'] as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked),
        expressions: simplify(node['expressions']),
        start,
        end,
      };
    case 'UnaryExpression':
      return { type, operator: node['operator'], argument: simplify(node['argument']), start, end };
    case 'ConditionalExpression':
      // `x ? 1 : () => {} ? 2 : 3` is no JavaScript, yet acorn takes it, and so does the engine of Node 22.
      if ((node['test'] as AcornNode).type === 'ArrowFunctionExpression') {
        throw new SyntaxError('an arrow before ?');
      }
      return fields(node);
    case 'FunctionExpression':
      return simplifyFunction(node);
    case 'ArrowFunctionExpression':
      return node['expression'] ? arrow(node, simplify(node['body'])) : simplifyFunction(node);
    case 'Property':
      return simplifyProperty(node);
    case 'MemberExpression':
      return {
        ...fields(node),
        property: node['computed'] ? simplify(node['property']) : key(node['property'] as AcornNode),
      };
    default:
      return fields(node);
  }
}

function fields(node: AcornNode): Record<string, unknown> {
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, simplify(value)]));
}

/** A key that is not computed, as text. */
function key(node: AcornNode): unknown {
  const { start, end } = node;
  if (node.type === 'PrivateIdentifier') return node;
  return {
    type: 'Literal',
    value: String(node.type === 'Identifier' ? node['name'] : node['value']),
    start,
    end,
  };
}

function simplifyProperty(node: AcornNode): unknown {
  const { type, start, end, computed, shorthand } = node;
  if (node['kind'] !== 'init' || node['method']) return { type: 'Method' };
  const value = simplify(node['value']);
  return {
    type,
    key: computed ? simplify(node['key']) : key(node['key'] as AcornNode),
    computed,
    shorthand,
    value,
    start,
    end,
  };
}

/** `{ return e }` as an arrow's body; any other block is none of ours. */
function simplifyFunction(node: AcornNode): unknown {
  const statements = (node['body'] as unknown as { body: AcornNode[] }).body;
  const [first] = statements;
  const isReturn = statements.length === 1 && first?.type === 'ReturnStatement' && first['argument'] !== null;
  if (!isReturn || node['generator'] || node['async'] || node['id']) return { type: 'Function' };
  return arrow(node, simplify(first['argument']));
}

function arrow(node: AcornNode, body: unknown): unknown {
  if (node['async']) return { type: 'Function' };
  return {
    type: 'ArrowFunctionExpression',
    params: simplify(node['params']),
    body,
    start: node.start,
    end: node.end,
  };
}
