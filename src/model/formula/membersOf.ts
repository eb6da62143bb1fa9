import { Builtin } from './values';
import type { BuiltinFunction } from './values';

/** Members from functions and constants; functions get the name `owner.member`. */
export function membersOf(
  owner: string,
  table: Readonly<Record<string, BuiltinFunction | number>>,
): Map<string, unknown> {
  return new Map(
    Object.entries(table).map(([key, member]) => [
      key,
      typeof member === 'number' ? member : new Builtin(`${owner}.${key}`, member),
    ]),
  );
}
