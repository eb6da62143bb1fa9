/** What one update cost the page's main thread; milliseconds. */
export interface UpdateCost {
  readonly script: number;
  readonly layout: number;
  /** From the arrival of the message to the end of the frame that shows it. */
  readonly toPaint: number;
}

/** A complete event (`X`) has a duration, an instant one, such as a mark of the page, has none; microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

export const tracedCategories = ['devtools.timeline', 'blink.user_timing', 'v8'] as const;

const scripts: ReadonlySet<string> = new Set([
  'FunctionCall',
  'EvaluateScript',
  'RunMicrotasks',
  'MinorGC',
  'MajorGC',
]);
const layouts: ReadonlySet<string> = new Set(['UpdateLayoutTree', 'Layout']);

/**
 * Reads a trace of Chromium in which the page marked each `update-arrived` and `update-painted`. Whatever script runs
 * between the two counts, Flex's own as well; what the page does after that, until the next update, does not.
 */
export function updateCosts(trace: Buffer): readonly UpdateCost[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const marks = traceEvents
    .filter(({ name }) => name === 'update-arrived' || name === 'update-painted')
    .sort((a, b) => a.ts - b.ts);
  const [mark] = marks;
  if (!mark) return [];
  const onMainThread = traceEvents.filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid);
  const script = spansOf(onMainThread, scripts);
  const layout = spansOf(onMainThread, layouts);
  return windowsBetween(marks).map((window) => ({
    script: within(script, window),
    layout: within(layout, window),
    toPaint: (window.to - window.from) / 1000,
  }));
}

/** Updates that arrived before the last one was painted share its frame, and count as one. */
function windowsBetween(marks: readonly TraceEvent[]): readonly Span[] {
  const windows: Span[] = [];
  let from: number | undefined;
  for (const { name, ts } of marks) {
    if (name === 'update-arrived') from ??= ts;
    else if (from !== undefined) {
      windows.push({ from, to: ts });
      from = undefined;
    }
  }
  return windows;
}

/** What lies inside another one, a function that a function calls for one, counts once. */
function spansOf(events: readonly TraceEvent[], names: ReadonlySet<string>): readonly Span[] {
  const spans: Span[] = [];
  let end = -Infinity;
  for (const { ts, dur = 0 } of events.filter(({ name }) => names.has(name)).sort((a, b) => a.ts - b.ts)) {
    if (ts + dur <= end) continue;
    spans.push({ from: Math.max(ts, end), to: ts + dur });
    end = ts + dur;
  }
  return spans;
}

const within = (spans: readonly Span[], window: Span): number =>
  spans.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(to, window.to) - Math.max(from, window.from)),
    0,
  ) / 1000;
