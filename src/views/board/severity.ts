import type { Look } from '../../visuals/VisualKind';

/** What needs attention, the worst first: 0 critical, 1 warning, 2 broken. Undefined for all else. */
export type Severity = 0 | 1 | 2;

const severities: Readonly<Record<string, Severity>> = { critical: 0, warning: 1, broken: 2 };

export const severityOf = ({ level }: Pick<Look, 'level'>): Severity | undefined =>
  level && severities[level];
