import { describeProblem } from '../../../visuals/describeProblem';
import type { Strings } from '../../../strings/Strings';
import type { TextKey } from '../../../strings/TextKey';
import type { MissingReference } from '../../../model/formula';
import type { TileProblem } from '../../../visuals/problemsOfTile';
import type { JsonFaultKind } from './findJsonFault';
import type { UnreadText } from './planImport';
import type { RewriteReason } from './rewriteFormula';
import type { ImportChange } from './rewriteMetric';
import type { ClipboardTiles } from './tilesFromClipboardText';

const faults = {
  ended: 'ExchangeFaultEnded',
  'extra-comma': 'ExchangeFaultExtraComma',
  'missing-comma': 'ExchangeFaultMissingComma',
  quotes: 'ExchangeFaultQuotes',
  colon: 'ExchangeFaultColon',
  comment: 'ExchangeFaultComment',
  more: 'ExchangeFaultMore',
  twice: 'ExchangeFaultTwice',
  'line-break': 'ExchangeFaultLineBreak',
  before: 'ExchangeFaultBefore',
  other: 'ExchangeFaultOther',
} as const satisfies Readonly<Record<JsonFaultKind, TextKey>>;

/** Why a text cannot be imported or pasted, where it is wrong, and what to do. */
export function unreadInWords(unread: UnreadText, { text }: Strings): string {
  switch (unread.status) {
    case 'empty':
      return text('ExchangeEmpty');
    case 'not-json': {
      const { line, column, kind } = unread.fault ?? { line: 1, column: 1, kind: 'other' };
      return text('ExchangeNotJson', { line, column, fault: text(faults[kind]) });
    }
    case 'not-metrics':
      return text('ExchangeNotMetrics');
    case 'too-new':
      return text('ExchangeTooNew', { version: unread.version });
  }
}

/** What of a paste did not become a tile, and why; undefined when all of it did. */
export function pasteProblemInWords(
  content: ClipboardTiles | UnreadText,
  strings: Strings,
): string | undefined {
  const { text } = strings;
  if (content.status !== 'read') return text('PasteNothing', { problem: unreadInWords(content, strings) });
  const [first] = content.leftOut;
  if (!first) return undefined;
  return text('PasteLeftOut', {
    count: content.leftOut.length,
    labels: content.leftOut.map(({ label }) => label).join(', '),
    problem: describeProblem(first.problem, text),
  });
}

const references = {
  queue: 'ExchangeNoQueue',
  activity: 'ExchangeNoActivity',
  name: 'ExchangeNoName',
  seconds: 'ExchangeNoSeconds',
  variable: 'ExchangeNoVariable',
} as const satisfies Readonly<Record<MissingReference['kind'], TextKey>>;

export const brokenInWords = ({ kind, name }: MissingReference, { text }: Strings): string =>
  text(references[kind], { name });

/** What is wrong with tiles, after their labels. */
export function tileProblemInWords(
  problem: TileProblem & { readonly labels: readonly string[] },
  strings: Strings,
): string {
  const { text } = strings;
  const words =
    problem.kind === 'broken'
      ? brokenInWords(problem.reference, strings)
      : describeProblem(problem.problem, text);
  return text('EditProblemOf', { labels: problem.labels.join(', '), problem: words });
}

const reasons = {
  activity: 'ExchangeWhyActivity',
  'all-but-activity': 'ExchangeWhyAllBut',
  queue: 'ExchangeWhyQueue',
  'later-shape': 'ExchangeWhyLater',
} as const satisfies Readonly<Record<RewriteReason, TextKey>>;

/** What was changed, and why. */
export function describeChange(change: ImportChange, { text }: Strings): string {
  switch (change.kind) {
    case 'formula':
      return `${text('Formula')}: ${change.reasons.map((reason) => text(reasons[reason])).join('; ')}`;
    case 'style':
      return text('ExchangeStyleNamed', { field: change.field, name: change.name });
    case 'transparent':
      return text('ExchangeTransparent', { field: change.field });
    case 'format':
      return text('ExchangeFormat', { format: change.from });
    case 'label':
      return text('ExchangeLabelDiffers', { key: change.key, label: change.label });
    case 'seconds':
      return text('ExchangeSeconds');
  }
}
