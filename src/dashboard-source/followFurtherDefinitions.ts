import type { DocumentState, NamedDocument } from './DashboardSource';

/** Of the documents that board settings name, so many are read: 50 of 16 KiB hold more metrics than a board can show. */
export const mostFurtherDocuments = 50;

/** A document that is watched. Its type knows nothing of Sync, as set-up reads this file without the packages of the plugin. */
interface WatchedDocument {
  retry(): void;
  stop(): void;
}

export interface FurtherDefinitions {
  /** Follows the documents of these names from now on, and leaves all others. */
  follow(names: readonly string[]): void;
  retry(): void;
  stop(): void;
}

/** Follows a changing set of documents, each for itself: one that is missing or broken keeps none of the others away. */
export function followFurtherDefinitions(
  watch: (name: string, onState: (state: DocumentState) => void) => WatchedDocument,
  onChange: (documents: readonly NamedDocument[]) => void,
): FurtherDefinitions {
  let names: readonly string[] = [];
  const states = new Map<string, DocumentState>();
  const watched = new Map<string, WatchedDocument>();
  const report = (): void =>
    onChange(names.map((name) => ({ name, state: states.get(name) ?? { status: 'loading' } })));

  return {
    follow(wanted) {
      if (wanted.join('\n') === names.join('\n')) return;
      names = wanted;
      for (const [name, document] of watched) {
        if (names.includes(name)) continue;
        document.stop();
        watched.delete(name);
        states.delete(name);
      }
      report();
      for (const name of names) {
        if (watched.has(name)) continue;
        const show = (state: DocumentState): void => {
          states.set(name, state);
          report();
        };
        watched.set(name, watch(name, show));
      }
    },
    retry: () => watched.forEach((document) => document.retry()),
    stop: () => watched.forEach((document) => document.stop()),
  };
}

/** What the board settings name, without repetitions; whatever is no list of names names nothing. */
export function namedDocuments(settings: unknown, except: readonly string[]): readonly string[] {
  const named = (settings as { definitionDocuments?: unknown } | null | undefined)?.definitionDocuments;
  if (!Array.isArray(named)) return [];
  const names = named.filter((name): name is string => typeof name === 'string').map((name) => name.trim());
  return [...new Set(names)]
    .filter((name) => name !== '' && !except.includes(name))
    .slice(0, mostFurtherDocuments);
}
