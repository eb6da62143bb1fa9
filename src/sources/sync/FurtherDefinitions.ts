import { valueOf } from '../../model/metric/Loaded';
import { namedDocuments } from '../../model/board/namedDocuments';
import { Store, type ReadableStore } from '../../model/store/Store';
import type { NamedDocument } from '../DashboardSources';
import type { Source } from '../Source';

interface Followed {
  readonly name: string;
  readonly source: Source<unknown>;
  leave(): void;
}

/** The definition documents that board settings and the shown board name; one that is missing or broken keeps none of the others away. */
export class FurtherDefinitions {
  readonly documents = new Store<readonly NamedDocument[]>([]);
  private followed: readonly Followed[] = [];
  private settings: unknown;
  private layout: { readonly name: string; readonly value: unknown } | undefined;

  /**
   * @param documentOf the document of a name
   * @param except names of documents that are no further ones
   */
  constructor(
    boardSettings: Source<unknown>,
    boardDocument: ReadableStore<NamedDocument | undefined>,
    private readonly documentOf: (name: string) => Source<unknown>,
    private readonly except: readonly string[],
  ) {
    // What cannot be read just now names the documents that it named before.
    boardSettings.subscribe(() => {
      const state = boardSettings.get();
      if (state.status === 'failed') return;
      this.settings = valueOf(state);
      this.follow();
    });
    boardDocument.subscribe(() => {
      const shown = boardDocument.get();
      if (shown?.state.status === 'failed' && shown.name === this.layout?.name) return;
      this.layout = shown && { name: shown.name, value: valueOf(shown.state) };
      this.follow();
    });
  }

  private follow(): void {
    const names = namedDocuments(this.settings, this.except, this.layout?.value);
    if (names.join('\n') === this.followed.map(({ name }) => name).join('\n')) return;
    const before = this.followed;
    this.followed = names.map((name) => before.find((one) => one.name === name) ?? this.begin(name));
    this.report();
    before.filter((one) => !this.followed.includes(one)).forEach(({ leave }) => leave());
  }

  private begin(name: string): Followed {
    const source = this.documentOf(name);
    return { name, source, leave: source.subscribe(() => this.report()) };
  }

  private report(): void {
    this.documents.set(this.followed.map(({ name, source }) => ({ name, state: source.get() })));
  }
}
