import type { TemplateKey } from './templates';
import { templateWords } from './templateWords';

export interface TemplateEntry {
  readonly key: TemplateKey;
  /** The heading that it stands under. */
  readonly heading: string;
  /** With the first choices filled in. */
  readonly label: string;
  readonly description: string;
}

export interface FoundTemplates<Entry> {
  readonly found: readonly Entry[];
  /** Whether none has all words of the search, so that these have only some of them. */
  readonly isNearest: boolean;
}

/**
 * The templates that have every word of a search in heading or label, then those that are called so in other words. Only where
 * there are none the description counts too, and at last those that have the most words. Capital letters and accents make no
 * difference, and a part of a word will do.
 */
export function findTemplates<Entry extends TemplateEntry>(
  search: string,
  entries: readonly Entry[],
): FoundTemplates<Entry> {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const texts = entries.map((entry) => {
    const named = fold(`${entry.heading} ${entry.label}`);
    const called = `${named} ${fold(templateWords[entry.key] ?? '')}`;
    return { entry, named, called, told: `${called} ${fold(entry.description)}` };
  });
  const having = (part: 'named' | 'called' | 'told'): readonly Entry[] =>
    texts.filter((text) => words.every((word) => text[part].includes(word))).map(({ entry }) => entry);
  const named = having('named');
  const called = having('called').filter((entry) => !named.includes(entry));
  if (named.length + called.length > 0) return { found: [...named, ...called], isNearest: false };
  const told = having('told');
  if (told.length > 0) return { found: told, isNearest: false };
  const counted = texts.map(({ entry, told: text }) => ({
    entry,
    count: words.filter((word) => word.length > 2 && text.includes(word)).length,
  }));
  const most = Math.max(0, ...counted.map(({ count }) => count));
  return {
    found: most === 0 ? [] : counted.filter(({ count }) => count === most).map(({ entry }) => entry),
    isNearest: true,
  };
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
