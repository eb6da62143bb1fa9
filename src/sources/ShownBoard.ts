import { valueOf } from '../model/metric/Loaded';
import { boardDocumentName, boardIdsIn } from '../model/board/boardDocument';
import { Store } from '../model/store/Store';
import type { NamedDocument } from './DashboardSources';
import type { Source } from './Source';

/** The document of the board that is shown: the wanted one where the list of boards names it, or else the usual one, or else the first. */
export class ShownBoard {
  /** Undefined where the list names none. */
  readonly document = new Store<NamedDocument | undefined>(undefined);
  /** Id of the wanted board, whether the list names it or not; undefined for the first. */
  readonly wanted = new Store<string | undefined>(undefined);
  private index: unknown;
  private leave: () => void = () => undefined;

  /**
   * @param boards the list; to be given before anybody else subscribes to it, so that all others hear of a list and its board at once
   * @param documentOf the document of a name
   * @param board name of the board settings
   * @param usualIn id of the board that a list has for whoever looks
   */
  constructor(
    boards: Source<unknown>,
    private readonly documentOf: (name: string) => Source<unknown>,
    private readonly board: string,
    private readonly usualIn: (index: unknown) => string | undefined = () => undefined,
  ) {
    const take = (): void => {
      const state = boards.get();
      // A list that cannot be read just now names the boards that it named before.
      if (state.status !== 'failed') this.index = valueOf(state);
      this.follow();
    };
    boards.subscribe(take);
    take();
  }

  readonly show = (id: string | undefined): void => {
    this.wanted.set(id);
    this.follow();
  };

  private follow(): void {
    const name = [this.wanted.get(), this.usualIn(this.index), boardIdsIn(this.index)[0]]
      .filter((id): id is string => id !== undefined && boardIdsIn(this.index).includes(id))
      .map((id) => boardDocumentName(this.board, id))[0];
    if (name === this.document.get()?.name) return;
    // Only after the next one is subscribed to: where that is followed already it is there at once.
    const leaveLast = this.leave;
    if (name === undefined) {
      this.leave = () => undefined;
      this.document.set(undefined);
    } else {
      const source = this.documentOf(name);
      const take = (): void => this.document.set({ name, state: source.get() });
      this.leave = source.subscribe(take);
      take();
    }
    leaveLast();
  }
}
