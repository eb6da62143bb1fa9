import type { MemberExpression } from './syntax';

/** The key, where the text says it. */
export function fixedKey({ property }: MemberExpression): string | number | undefined {
  if (property.type !== 'Literal') return undefined;
  return typeof property.value === 'number' ? property.value : String(property.value);
}
