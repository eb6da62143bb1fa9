import type { Expression, Pattern } from '../src/model/formula/syntax';

type Names = Readonly<Record<string, unknown>>;

const shortCircuit = Symbol('short circuit');

/** The textbook way: walks the tree at every evaluation, with none of our checks. Knows what the typical formulas use. */
export function treeWalker(node: Expression, names: Names): unknown {
  switch (node.type) {
    case 'Literal':
      return node.value;
    case 'Identifier':
      return node.name in names ? names[node.name] : (globalThis as unknown as Names)[node.name];
    case 'TemplateLiteral':
      return node.texts
        .map(
          (text, i) =>
            text + (node.expressions[i] ? String(treeWalker(node.expressions[i] as Expression, names)) : ''),
        )
        .join('');
    case 'ArrayExpression':
      return node.elements.map((element) => treeWalker(element as Expression, names));
    case 'ChainExpression': {
      const value = treeWalker(node.expression, names);
      return value === shortCircuit ? undefined : value;
    }
    case 'MemberExpression': {
      const object = treeWalker(node.object, names) as Names | null | undefined | typeof shortCircuit;
      if (object === shortCircuit || (node.optional && object == null)) return shortCircuit;
      return (object as Names)[treeWalker(node.property, names) as string];
    }
    case 'CallExpression':
      return walkCall(node, names);
    case 'BinaryExpression':
      return calculate(
        node.operator,
        treeWalker(node.left, names) as number,
        treeWalker(node.right, names) as number,
      );
    case 'LogicalExpression': {
      const left = treeWalker(node.left, names);
      if (node.operator === '&&') return left && treeWalker(node.right, names);
      if (node.operator === '||') return left || treeWalker(node.right, names);
      return left ?? treeWalker(node.right, names);
    }
    case 'ConditionalExpression':
      return treeWalker(treeWalker(node.test, names) ? node.consequent : node.alternate, names);
    case 'ArrowFunctionExpression':
      return (...given: unknown[]) => treeWalker(node.body, { ...names, ...bind(node.params, given) });
    default:
      throw new Error(`${node.type} is not walked.`);
  }
}

type Call = Extract<Expression, { type: 'CallExpression' }>;

function walkCall(node: Call, names: Names): unknown {
  const given = node.arguments.flatMap((part) =>
    part.type === 'SpreadElement'
      ? (treeWalker(part.argument, names) as unknown[])
      : [treeWalker(part, names)],
  );
  if (node.callee.type !== 'MemberExpression')
    return (treeWalker(node.callee, names) as (...all: unknown[]) => unknown)(...given);
  const object = treeWalker(node.callee.object, names) as Record<string, (...all: unknown[]) => unknown>;
  return object[treeWalker(node.callee.property, names) as string]?.(...given);
}

function bind(params: readonly Pattern[], given: readonly unknown[]): Names {
  return Object.fromEntries(
    params.map((param, i) => [param.type === 'Identifier' ? param.name : '', given[i]]),
  );
}

function calculate(operator: string, left: number, right: number): unknown {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '>':
      return left > right;
    case '===':
      return left === right;
    case '!==':
      return left !== right;
    default:
      throw new Error(`${operator} is not calculated.`);
  }
}
