/** What we use of stylis, which brings no types. */
declare module 'stylis' {
  /** One rule, with what is in it. */
  export interface Element {
    readonly type: string;
  }
  type Callback = (
    element: Element,
    index: number,
    elements: readonly Element[],
    callback: Callback,
  ) => string;

  /** Reads CSS with nested rules; the outermost rules of what browsers read without nesting. */
  export function compile(css: string): readonly Element[];
  export const stringify: Callback;
}
