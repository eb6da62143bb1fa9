import type { RecipeKey } from './recipes';

export interface RecipeEntry {
  readonly key: RecipeKey;
  /** The heading that it stands under. */
  readonly heading: string;
  /** With the first choices filled in. */
  readonly label: string;
  readonly description: string;
}

/**
 * The recipes that have every word of a search, in heading or label; only where none has, in the description too. Capital
 * letters and accents make no difference, and a part of a word will do.
 */
export function findRecipes<Entry extends RecipeEntry>(
  search: string,
  entries: readonly Entry[],
): readonly Entry[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const having = (textOf: (entry: Entry) => string): readonly Entry[] =>
    entries.filter((entry) => {
      const text = fold(textOf(entry));
      return words.every((word) => text.includes(word));
    });
  const named = having(({ heading, label }) => `${heading} ${label}`);
  return named.length > 0
    ? named
    : having(({ heading, label, description }) => `${heading} ${label} ${description}`);
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
