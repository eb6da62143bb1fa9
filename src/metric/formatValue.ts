/** What a formula may give for one tile. */
export type MetricValue = string | number | boolean;

export type FormatResult = { readonly text: string } | { readonly problem: string };

type Format = (value: MetricValue) => FormatResult;

const formats: Readonly<Record<string, Format>> = {
  '': (value) =>
    typeof value === 'number' && !Number.isFinite(value)
      ? { problem: `The formula gives ${value}, which is no number to show. Does it divide by zero?` }
      : { text: typeof value === 'number' ? plainNumber(value) : String(value) },
  seconds: (value) =>
    typeof value === 'number' && Number.isFinite(value)
      ? { text: clockText(value) }
      : { problem: `The format "seconds" needs a number; the formula gives ${quoted(value)}.` },
};

/** A value as the tile shows it, or why the value and the format do not fit together. */
export function formatValue(value: MetricValue, format = ''): FormatResult {
  const known = Object.prototype.hasOwnProperty.call(formats, format) ? formats[format] : undefined;
  return known
    ? known(value)
    : {
        problem: `There is no format ${quoted(format)}. The formats are ${Object.keys(formats).map(quoted).join(' and ')}.`,
      };
}

/** At most two decimals: an average such as 27.333333333333332 would fill the tile and say no more. */
const plainNumber = (value: number): string => String(Math.round(value * 100) / 100);

/** HH:MM:SS; hours go on above 24 and above 99. */
function clockText(seconds: number): string {
  const whole = Math.trunc(Math.abs(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const sign = seconds <= -1 ? '-' : '';
  return sign + parts.map((part) => String(part).padStart(2, '0')).join(':');
}

const quoted = (value: MetricValue): string => (typeof value === 'string' ? `"${value}"` : String(value));
