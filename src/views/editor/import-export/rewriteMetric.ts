import type { NamedThresholdStyle } from '../../../schema/metricDefinition';
import { isRecord } from '../../../model/metric/fieldChecks';
import { prepareFormat } from '../../../model/metric/formatValue';
import type { JsonObject } from '../../../model/board/BoardDocuments';
import { rewriteFormula, type RewriteReason } from './rewriteFormula';

/** One thing that an import changes about a metric, or that it found and leaves to a person. */
export type ImportChange =
  | {
      readonly kind: 'formula';
      readonly reasons: readonly RewriteReason[];
      readonly from: string;
      readonly to: string;
    }
  /** Colours that are those of a named style: the name is drawn well in every theme, and takes a tenth of the room. */
  | { readonly kind: 'style'; readonly field: string; readonly name: string }
  /** `transparent` is no colour of Paste; a style without a background means the same. */
  | { readonly kind: 'transparent'; readonly field: string }
  /** The ancestor shows the value as it is under a format that it does not know, where this dashboard shows an error. */
  | { readonly kind: 'format'; readonly from: string }
  /** The ancestor keeps a metric by its label; where they differ, one of them was left from a copy. Nothing is changed. */
  | { readonly kind: 'label'; readonly key: string; readonly label: string }
  /** The ancestor's own files call the longest wait “Tasks Waiting” and give it no format, so it looks like a count. Nothing is changed. */
  | { readonly kind: 'seconds' };

export interface RewrittenMetric {
  readonly metric: JsonObject;
  readonly changes: readonly ImportChange[];
  /** Whether its formula is of the later shape and takes a person to write it anew; it stands there as it was. */
  readonly isByHand: boolean;
}

/** A formula that is nothing but one of the fields in which TaskRouter counts seconds. */
const secondsAlone =
  /^[\w.]*\.(longest_\w+_age\w*|avg_task_acceptance_time|wait_duration\w*\.(avg|min|max|total));?$/;

const styleFields = ['defaultStyle', 'firstThresholdStyle', 'secondThresholdStyle'];

/** A metric of the ancestor, or of anybody's making, as this dashboard shows it best. What is not listed is left as it is. */
export function rewriteMetric(key: string, metric: JsonObject): RewrittenMetric {
  const changes: ImportChange[] = [];
  const rewritten: Record<string, unknown> = { ...metric };
  let isByHand = false;

  for (const field of ['formula', 'sampleFormula']) {
    const from = metric[field];
    if (typeof from !== 'string') continue;
    const { formula: to, reasons } = rewriteFormula(from);
    if (to === undefined) isByHand = true;
    else if (to !== from) {
      rewritten[field] = to;
      changes.push({ kind: 'formula', reasons, from, to });
    }
  }
  for (const field of styleFields) {
    const style = metric[field];
    if (!isRecord(style)) continue;
    const name = nameOf(style);
    const { styleName: _, backgroundColour, ...colours } = style;
    if (name) {
      rewritten[field] = name;
      changes.push({ kind: 'style', field, name });
    } else if (backgroundColour === 'transparent') {
      rewritten[field] = colours;
      changes.push({ kind: 'transparent', field });
    }
  }
  const { format, label } = metric;
  if (typeof format === 'string' && !isFormat(format)) {
    delete rewritten.format;
    changes.push({ kind: 'format', from: format });
  }
  const { formula } = rewritten;
  const isPlain = ['', 'number', undefined].includes(rewritten.format as string | undefined);
  if (isPlain && typeof formula === 'string' && secondsAlone.test(formula.trim()))
    changes.push({ kind: 'seconds' });
  const isByLabel = /[A-Z\s]/.test(key);
  if (isByLabel && typeof label === 'string' && label !== '' && label !== key)
    changes.push({ kind: 'label', key, label });
  return { metric: rewritten, changes, isByHand };
}

/** The ancestor's styles: colours of headline, value and background. */
const stylesOfAncestor: Readonly<Record<NamedThresholdStyle, readonly [string, string, string]>> = {
  Default: ['colorTextDecorative10', 'colorText', 'transparent'],
  Success: ['colorTextIconSuccess', 'colorTextIconSuccess', 'transparent'],
  Warn: ['colorTextWarning', 'colorTextWarning', 'transparent'],
  Error: ['colorTextIconError', 'colorTextIconError', 'transparent'],
  'Success Strong': ['colorTextInverse', 'colorTextInverse', 'colorBackgroundSuccess'],
  'Warn Strong': ['colorTextInverse', 'colorTextInverse', 'colorBackgroundWarning'],
  'Error Strong': ['colorTextInverse', 'colorTextInverse', 'colorBackgroundError'],
};

function nameOf({ headlineColour, statColour, backgroundColour }: JsonObject): string | undefined {
  const colours = [headlineColour, statColour, backgroundColour];
  return Object.entries(stylesOfAncestor).find(([, known]) =>
    known.every((colour, index) => colour === colours[index]),
  )?.[0];
}

/** Zero is a number, a time and a text, so only an unknown format has a problem with it. */
const isFormat = (format: string): boolean => 'text' in prepareFormat({ format }, 'en')(0, 'UTC');
