import type { Options, Program } from 'acorn';

/** What `parse` of webpack's Parser returns, with fields of classes and optional chains as nodes that webpack 4 knows. */
export function parseNewSyntax(
  code: string,
  options?: Partial<Omit<Options, 'sourceType'>> & { readonly sourceType?: 'module' | 'script' | 'auto' },
): Program;
