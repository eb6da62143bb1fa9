// What the benches use of their peers. Their packages are installed on first use only, so type checks cannot rely on them.

declare module 'jse-eval' {
  const jseEval: {
    readonly jsep: { readonly plugins: { register(...plugins: readonly unknown[]): void } };
    parse(text: string): unknown;
    evaluate(tree: unknown, context: object): unknown;
  };
  export default jseEval;
}

declare module '@jsep-plugin/arrow' {
  const plugin: unknown;
  export default plugin;
}

declare module '@jsep-plugin/template' {
  const plugin: unknown;
  export default plugin;
}

declare module 'expr-eval-fork' {
  export class Parser {
    parse(text: string): { evaluate(values: object): unknown };
  }
}

declare module 'filtrex' {
  export const useDotAccessOperator: unknown;
  export function compileExpression(text: string, options: object): (values: object) => unknown;
}

declare module 'mathjs' {
  export function compile(text: string): { evaluate(scope: object): unknown };
}

declare module 'quickjs-emscripten' {
  interface Handle {
    dispose(): void;
  }
  interface Context {
    readonly global: Handle;
    readonly undefined: Handle;
    evalCode(code: string): unknown;
    unwrapResult(result: unknown): Handle;
    getProp(owner: Handle, name: string): Handle;
    callFunction(callee: Handle, receiver: Handle, ...given: Handle[]): unknown;
    dump(handle: Handle): unknown;
  }
  export function getQuickJS(): Promise<{ newContext(): Context }>;
}
