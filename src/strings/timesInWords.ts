import type { Strings } from './Strings';

/** How long ago, or how long until, in the largest unit that tells enough; rounded down, and less than nothing is nothing. */
export function ageInWords(seconds: number, strings: Strings): string {
  const age = Math.max(0, seconds);
  if (age < 600) return strings.text('Seconds', { amount: Math.floor(age) });
  if (age < 7200) return strings.text('Minutes', { amount: Math.floor(age / 60) });
  if (age < 172_800) return strings.text('Hours', { amount: Math.floor(age / 3600) });
  return strings.text('Days', { count: Math.floor(age / 86_400) });
}
