import { parseNewSyntax } from './newSyntax';

const firstOf = (code: string): Record<string, unknown> => {
  const [first] = parseNewSyntax(code).body;
  return first as unknown as Record<string, unknown>;
};

describe('parseNewSyntax', () => {
  it('describes optional chains as what webpack 4 walks through', () => {
    expect(firstOf('a?.b(c ?? d)')).toMatchObject({
      expression: {
        type: 'CallExpression',
        callee: { type: 'MemberExpression', object: { name: 'a', range: [0, 1] } },
        arguments: [{ type: 'LogicalExpression', operator: '??', left: { name: 'c' }, right: { name: 'd' } }],
      },
    });
  });

  it('describes fields of classes as methods, so that webpack 4 sees what their values use', () => {
    expect(firstOf('class A { one = used(); two; #three = 3 }')).toMatchObject({
      body: {
        body: [
          { type: 'MethodDefinition', value: { type: 'CallExpression', callee: { name: 'used' } } },
          { type: 'MethodDefinition', value: null },
          { type: 'MethodDefinition', value: { value: 3 } },
        ],
      },
    });
  });

  it('refuses import(), as the plugin is one file', () => {
    expect(() => parseNewSyntax('import("./a")')).toThrow('The plugin is one file');
  });

  it('reads a script where webpack leaves open what it is', () => {
    expect(() => parseNewSyntax('with (a) {}', { sourceType: 'module' })).toThrow();
    expect(parseNewSyntax('with (a) {}', { sourceType: 'auto' })).toMatchObject({ sourceType: 'script' });
  });
});
