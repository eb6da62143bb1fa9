import { mostFurtherDocuments } from '../../schema/defaults';

/**
 * The definition documents that board settings name, and after them those that the document of a board needs, without
 * repetitions; whatever is no list of names names nothing.
 */
export function namedDocuments(
  settings: unknown,
  except: readonly string[],
  layout?: unknown,
): readonly string[] {
  const names = [
    ...namesIn((settings as { definitionDocuments?: unknown } | null | undefined)?.definitionDocuments),
    ...namesIn((layout as { documents?: unknown } | null | undefined)?.documents),
  ];
  return [...new Set(names)]
    .filter((name) => name !== '' && !except.includes(name))
    .slice(0, mostFurtherDocuments);
}

const namesIn = (named: unknown): readonly string[] =>
  Array.isArray(named)
    ? named.filter((name): name is string => typeof name === 'string').map((name) => name.trim())
    : [];
