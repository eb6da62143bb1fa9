import type { Loaded } from '../../metric/Loaded';
import type { NamedDocument } from '../DashboardSources';

/** A document that is watched. */
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
  watch: (name: string, onState: (state: Loaded<unknown>) => void) => WatchedDocument,
  onChange: (documents: readonly NamedDocument[]) => void,
): FurtherDefinitions {
  let names: readonly string[] = [];
  const states = new Map<string, Loaded<unknown>>();
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
        const show = (state: Loaded<unknown>): void => {
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
