import { readLimit } from '../../../model/metric/readLimit';
import { textOf } from './savedFields';

/** How numbers of a format are typed: `time` in seconds, and `any` where the format says nothing. */
export type NumberKind = 'number' | 'percent' | 'time' | 'any';

/** What was typed, or in which way it cannot be read. */
export type Typed<Value> = { readonly value: Value | undefined } | { readonly problem: TypedProblem };

export type TypedProblem = NumberKind | 'separator' | 'needed' | 'taken' | 'band' | 'zone';

const times = ['seconds', 'hh:mm:ss', 'duration'];

/** How thresholds of a metric are typed, by its saved format. */
export function numberKindOf(format: unknown): NumberKind {
  if (times.includes(String(format))) return 'time';
  if (format === 'compact') return 'number';
  return format === 'percent' || format === 'number' ? format : 'any';
}

/**
 * A number as people type it: `5.5` and `5,5`, `80 %`, `1:30`, `90 s`, `2 min` or `1 h 30 min`.
 * @param unit what may stand after it: the metric's own unit
 */
export function readTypedNumber(typed: string, kind: NumberKind, unit = ''): Typed<number> {
  const text = typed.replace(/[\u00a0\u202f]/g, ' ').trim();
  if (text === '') return { value: undefined };
  const seconds = kind === 'time' || kind === 'any' ? secondsIn(text) : undefined;
  if (seconds !== undefined) return { value: seconds };
  const withoutUnit = unit !== '' && text.endsWith(unit) ? text.slice(0, -unit.length) : text;
  const bare = kind === 'percent' || kind === 'any' ? withoutUnit.replace(/%$/, '') : withoutUnit;
  const number = readLimit(bare);
  if (typeof number === 'number') return { value: number };
  return { problem: /^[+-]?\d{1,3}([.,' ]\d{3})+$/.test(bare.trim()) ? 'separator' : kind };
}

/** A threshold: a number, or words that a tile may show, where it may show any. */
export function readTypedLimit(
  typed: string,
  kind: NumberKind,
  { unit, mayBeText }: { readonly unit?: string | undefined; readonly mayBeText: boolean },
): Typed<number | string> {
  const read = readTypedNumber(typed, kind, unit);
  const isText = 'problem' in read && kind === 'any' && mayBeText && readLimit(typed) === 'text';
  return isText ? { value: typed } : read;
}

/** One number, or two as the ends of a band: `70-85`, `70 – 85 %`. */
export function readTypedBand(
  typed: string,
  kind: NumberKind,
  unit?: string,
): Typed<number | readonly [number, number]> {
  const [, from = '', to = ''] = /^\s*(.*[^\s–-])\s*[–-]\s*([^\s–-].*)$/.exec(typed) ?? [];
  if (from === '') return readTypedNumber(typed, kind, unit);
  const [low, high] = [readTypedNumber(from, kind, unit), readTypedNumber(to, kind, unit)];
  if ('problem' in low) return low;
  if ('problem' in high) return high;
  const { value: a = 0 } = low;
  const { value: b = 0 } = high;
  return a < b ? { value: [a, b] } : { problem: 'band' };
}

/** A saved number as it would be typed; whatever else is saved as it is. */
export function writeNumber(saved: unknown, kind: NumberKind, locale: string): string {
  if (Array.isArray(saved)) return saved.map((end) => writeNumber(end, kind, locale)).join(' – ');
  if (typeof saved !== 'number' || !Number.isFinite(saved)) return textOf(saved);
  if (kind === 'time' && Number.isInteger(saved) && saved >= 0) return clockText(saved);
  const text = saved.toLocaleString(locale, { useGrouping: false, maximumFractionDigits: 12 });
  return kind === 'percent' ? `${text} %` : text;
}

function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = seconds < 3600 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? part : String(part).padStart(2, '0'))).join(':');
}

const unitSeconds = { h: 3600, m: 60, s: 1 } as const;

/** Parts with a unit, the largest first, in English and Spanish. */
const partsOfTime =
  /^(-?)(?:([\d.,]+) ?(?:h|hrs?|hours?|horas?))? ?(?:([\d.,]+) ?(?:m|mins?|minutes?|minutos?))? ?(?:([\d.,]+) ?(?:s|secs?|segs?|seconds?|segundos?))?\.?$/i;

/** Undefined for what is no length of time with its unit; a number alone has none. */
function secondsIn(text: string): number | undefined {
  const [, minus, hours = '0', minutes, rest] = /^(-?)(?:(\d+):(?=\d\d:))?(\d+):([0-5]\d)$/.exec(text) ?? [];
  if (rest !== undefined)
    return signed(minus, Number(hours) * unitSeconds.h + Number(minutes) * unitSeconds.m + Number(rest));
  const [, sign, h, m, s] = partsOfTime.exec(text) ?? [];
  const parts = [h, m, s].map((part) => (part === undefined ? 0 : readLimit(part)));
  if ((h ?? m ?? s) === undefined || parts.some((part) => typeof part !== 'number')) return undefined;
  const [inHours = 0, inMinutes = 0, inSeconds = 0] = parts.map(Number);
  return signed(sign, inHours * unitSeconds.h + inMinutes * unitSeconds.m + inSeconds);
}

const signed = (minus: string | undefined, seconds: number): number => (minus ? -seconds : seconds);
