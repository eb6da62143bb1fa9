import type { DashboardNotice } from '../../schema/dashboardData';

const subjects = ['queues', 'channels'] as const;

/** What is said of queues and of channels in the same words is said once. */
export function mergeNotices(notices: readonly DashboardNotice[]): readonly string[] {
  const merged = new Map<string, Set<string>>();
  for (const { code, text } of notices) {
    const subject = subjects.find((some) => code.startsWith(`${some}-`) && text.includes(some));
    const pattern = subject ? text.replace(subject, place) : text;
    merged.set(pattern, (merged.get(pattern) ?? new Set()).add(subject ?? ''));
  }
  return [...merged].map(([pattern, of]) => pattern.replace(place, [...of].join(' and ')));
}

const place = '\u0000';
