/** Of the documents that board settings name, so many are read: 50 of 16 KiB hold more metrics than a board can show. */
export const mostFurtherDocuments = 50;

/** The definition documents that board settings name, without repetitions; whatever is no list of names names nothing. */
export function namedDocuments(settings: unknown, except: readonly string[]): readonly string[] {
  const named = (settings as { definitionDocuments?: unknown } | null | undefined)?.definitionDocuments;
  if (!Array.isArray(named)) return [];
  const names = named.filter((name): name is string => typeof name === 'string').map((name) => name.trim());
  return [...new Set(names)]
    .filter((name) => name !== '' && !except.includes(name))
    .slice(0, mostFurtherDocuments);
}
