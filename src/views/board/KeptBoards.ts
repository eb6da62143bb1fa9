import { valueOf, type Loaded } from '../../model/metric/Loaded';
import { namedDocuments } from '../../model/board/namedDocuments';
import type { DashboardSources, NamedDocument } from '../../sources/DashboardSources';
import type { Source } from '../../sources/Source';

interface Followed {
  readonly source: Source<unknown>;
  leave(): void;
}

export interface KeptDocument {
  /** Of the board. */
  readonly id: string;
  readonly state: Loaded<unknown>;
}

/** The documents of boards whose readings are kept though another board is shown, and of the metrics that these need. */
export class KeptBoards {
  private ids: readonly string[] = [];
  private isFollowing = false;
  private readonly boards = new Map<string, Followed>();
  private readonly definitions = new Map<string, Followed>();

  /** @param definitionsDocument the first one, which all boards have */
  constructor(
    private readonly sources: Pick<DashboardSources, 'boardDocumentOf' | 'definitionsIn'>,
    private readonly definitionsDocument: string,
    private readonly onChange: () => void,
  ) {}

  /** Follows these boards and no others, while it follows any. */
  take(ids: readonly string[]): void {
    if (ids.join() === this.ids.join()) return;
    this.ids = ids;
    if (!this.isFollowing) return;
    this.follow();
    this.onChange();
  }

  start(): void {
    this.isFollowing = true;
    this.follow();
  }

  stop(): void {
    this.isFollowing = false;
    for (const followed of [this.boards, this.definitions]) {
      followed.forEach(({ leave }) => leave());
      followed.clear();
    }
  }

  documents(): readonly KeptDocument[] {
    return [...this.boards].map(([id, { source }]) => ({
      id,
      state: source.get(),
    }));
  }

  /** What these boards need beside the documents of these names. */
  furtherDefinitions(except: readonly string[]): readonly NamedDocument[] {
    return [...this.definitions]
      .filter(([name]) => !except.includes(name))
      .map(([name, { source }]) => ({ name, state: source.get() }));
  }

  private follow(): void {
    sync(this.boards, this.ids, (id) => this.begin(this.sources.boardDocumentOf(id)));
    this.followDefinitions();
  }

  private begin(source: Source<unknown>): Followed {
    const leave = source.subscribe(() => {
      this.followDefinitions();
      this.onChange();
    });
    return { source, leave };
  }

  private followDefinitions(): void {
    const names = this.documents().flatMap(({ state }) =>
      namedDocuments(undefined, [this.definitionsDocument], valueOf(state)),
    );
    sync(this.definitions, [...new Set(names)], (name) => {
      const source = this.sources.definitionsIn(name);
      return { source, leave: source.subscribe(this.onChange) };
    });
  }
}

/** Begins what is wanted and not there, and leaves what is there and not wanted. */
function sync(
  there: Map<string, Followed>,
  wanted: readonly string[],
  begin: (name: string) => Followed,
): void {
  const before = new Map(there);
  there.clear();
  for (const name of wanted) there.set(name, there.get(name) ?? before.get(name) ?? begin(name));
  for (const [name, { leave }] of before) if (!there.has(name)) leave();
}
