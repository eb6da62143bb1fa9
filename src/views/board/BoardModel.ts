import { unstable_batchedUpdates as batch } from 'react-dom';
import type { DashboardSources, RefreshState } from '../../sources/DashboardSources';
import { dataTimes } from '../../model/metric/freshness';
import { joiner } from '../../model/metric/joinedData';
import { valueOf } from '../../model/metric/Loaded';
import { defaultStaleAfterSeconds, mostFurtherDocuments } from '../../schema/defaults';
import { arrangeBoard, arrangeBoardDocument } from '../../model/board/arrangeBoard';
import type { Fixed } from '../../model/board/Board';
import { CompiledFormulas, dataSource, type Bindings } from '../../model/formula';
import type { StoredChoice } from '../../schema/boardDocuments';
import { parseVariables } from '../../model/metric/boardVariables';
import { isName, isRecord } from '../../model/metric/fieldChecks';
import type { ParsedBoardSettings } from '../../model/metric/parseBoardSettings';
import type { SettingsProblem } from '../../model/metric/Problem';
import type { ParsedDefinition } from '../../model/metric/parseMetricDefinitions';
import type { Measure } from '../../visuals/Measure';
import { sourcesNamed } from './sourcesNamed';
import type { Colours } from '../../visuals/styleColours';
import { bindingsOf, bindTiles, type ShownVariable } from './bindTiles';
import type { BoardContent, BoardLayout, BoardProblem, BoardStatus, KeptBoard } from './boardState';
import { boardStatus } from './boardStatus';
import { compileDefinitions } from './compileDefinitions';
import {
  boardDocumentIn,
  boardsOf,
  documentsOf,
  goneIn,
  isLoading,
  isSwitching,
  problemsOfBoards,
  settingsIn,
  type DocumentsOfBoard,
} from './documentsOfBoard';
import { gatherDefinitions } from '../../sources/gatherDefinitions';
import { KeptBoards, type KeptDocument } from './KeptBoards';
import { noteCollection, type Collections } from './lateAfter';
import { Store, type ReadableStore } from '../../model/store/Store';
import type { Transitions } from '../../model/metric/Transitions';
import { ReadingsStore, type EvaluationContext } from './ReadingsStore';
import { viewerChoices, type ViewerChoices } from './viewerChoices';

export interface BoardModelOptions {
  readonly sources: DashboardSources;
  /** Name of the first definition document, for messages. */
  readonly definitionsDocument: string;
  readonly looks: BoardAppearance;
  /** How readings of another board stood, by the same identities; it is gone on from there. */
  readonly inherited?: ReadingsStore | undefined;
  /** @default those of this tab */
  readonly choices?: ViewerChoices;
}

/** The theme and the language that a board is drawn in. */
export interface BoardAppearance {
  readonly colours: Colours;
  /** BCP 47, such as `en-GB`. */
  readonly locale: string;
}

const second = 1000;
/** Documents of one board come one by one; it is not arranged anew for each. */
const gatheringTime = 100;
/** Board settings come at once or, when the network is bad, much later; the board does not wait for that. */
const settingsTime = 2000;

/**
 * A board as it stands, without how it is drawn: what stands where (`layout`), how things stand as a whole (`status`), and
 * a reading for each tile (`readings`). It follows its sources and the clock while anybody needs it, from `start` until the
 * function that this returns is called; the clock only while the page is visible. How values stood to their thresholds it
 * knows for as long as its sources hold the documents, so that who comes back soon finds holds and alarms as they were.
 */
export class BoardModel {
  private readonly layoutSubject: Store<BoardLayout>;
  private readonly statusSubject: Store<BoardStatus>;
  private readonly keptSubject = new Store<readonly KeptBoard[]>([]);
  private readonly keptBoards: KeptBoards;
  private documents: DocumentsOfBoard;
  private settings: ParsedBoardSettings;
  private looks: BoardAppearance;
  /** Its own, so that a large board never compiles a formula twice. */
  private readonly formulas = new CompiledFormulas();
  readonly readings: ReadingsStore;
  /** What the tiles are made of; its formulas are compiled. */
  private measures: readonly Measure[] = [];
  private readonly join = joiner();
  /** Beside the dashboard data: what no formula names is not opened. */
  private needed: ReadonlySet<string> = new Set();
  private readonly followed = new Map<string, () => void>();
  private stopCompiling: () => void = () => undefined;
  private arranging: ReturnType<typeof setTimeout> | undefined;
  private collections: Collections = [];
  private users = 0;
  private readonly choices: ViewerChoices;
  private endWork: () => void = () => undefined;

  constructor(private readonly options: BoardModelOptions) {
    this.choices = options.choices ?? viewerChoices();
    this.readings = new ReadingsStore(this.formulas.compile, options.inherited);
    this.keptBoards = new KeptBoards(options.sources, options.definitionsDocument, () =>
      this.arrangeIn(gatheringTime),
    );
    this.documents = documentsOf(options.sources);
    this.settings = settingsIn(this.documents.boardSettings);
    this.looks = options.looks;
    this.layoutSubject = new Store(this.layoutOf({ status: 'loading' }));
    this.statusSubject = new Store(this.currentStatus());
    if (!isLoading(this.documents)) this.arrange();
  }

  get layout(): ReadableStore<BoardLayout> {
    return this.layoutSubject;
  }

  get status(): ReadableStore<BoardStatus> {
    return this.statusSubject;
  }

  /** The boards of `keep`, in their order, as far as they have come. */
  get kept(): ReadableStore<readonly KeptBoard[]> {
    return this.keptSubject;
  }

  /**
   * Keeps the readings of these boards as live as those of the one that is shown, from now on: whoever shows one of them finds its
   * numbers there. A reading that several of them show is evaluated once, and is critical once.
   */
  keep(ids: readonly string[]): void {
    this.keptBoards.take(ids);
  }

  /** Alarms and other levels as they change. */
  get transitions(): Transitions {
    return this.readings.transitions;
  }

  /** Somebody needs the board from now on. @returns ends that; a second call does nothing */
  readonly start = (): (() => void) => {
    let isOver = false;
    this.users += 1;
    if (this.users === 1) this.endWork = this.work();
    return () => {
      if (isOver) return;
      isOver = true;
      this.users -= 1;
      if (this.users === 0) this.endWork();
    };
  };

  /** Shows what the sources have at this moment, where nobody needed the board until now. */
  catchUp(): void {
    if (this.users > 0) return;
    this.takeDocuments();
    this.evaluate();
    if (!isLoading(this.documents)) this.arrange();
    else if (this.documents.definitions.status !== 'ready')
      this.layoutSubject.set(this.layoutOf({ status: 'loading' }));
    this.statusSubject.set(this.currentStatus());
  }

  private work(): () => void {
    const { sources } = this.options;
    let timer: ReturnType<typeof setInterval> | undefined;
    const tickWhileVisible = (): void => {
      clearInterval(timer);
      if (document.hidden) return;
      this.tick();
      timer = setInterval(() => this.tick(), second);
    };
    const follow = (part: Pick<ReadableStore<unknown>, 'subscribe'>, onChange: () => void): (() => void) =>
      part.subscribe(() =>
        batch(() => {
          onChange();
          this.statusSubject.set(this.currentStatus());
        }),
      );
    const documents = [
      sources.definitions,
      sources.boardSettings,
      sources.boards,
      sources.boardDocument,
      sources.furtherDefinitions,
      sources.wantedBoard,
    ];
    const leave = [
      sources.use(),
      ...documents.map((part) => follow(part, () => this.takeInDocuments())),
      follow(this.choices, () => this.arrangeWhenSettled()),
      ...[sources.named.get(dataSource), sources.clock.difference].flatMap((part) =>
        part ? [follow(part, () => this.evaluate())] : [],
      ),
      ...[sources.connection, sources.refresh].map((part) => follow(part, () => undefined)),
    ];
    this.followNeeded = () => this.followSources(follow);
    this.followNeeded();
    document.addEventListener('visibilitychange', tickWhileVisible);
    this.keptBoards.start();
    this.takeInDocuments();
    this.arrangeWhenSettled();
    tickWhileVisible();
    return () => {
      this.keptBoards.stop();
      leave.forEach((end) => end());
      this.followNeeded = () => undefined;
      this.followed.forEach((end) => end());
      this.followed.clear();
      clearInterval(timer);
      clearTimeout(this.arranging);
      this.stopCompiling();
      document.removeEventListener('visibilitychange', tickWhileVisible);
    };
  }

  /** Follows what the formulas name, and leaves what they no longer do. Only while somebody needs the board. */
  private followNeeded: () => void = () => undefined;

  private followSources(follow: (part: ReadableStore<unknown>, onChange: () => void) => () => void): void {
    for (const [name, end] of this.followed)
      if (!this.needed.has(name)) {
        this.followed.delete(name);
        end();
      }
    for (const name of this.needed) {
      const source = this.options.sources.named.get(name);
      if (source && !this.followed.has(name))
        this.followed.set(
          name,
          follow(source, () => this.evaluate()),
        );
    }
  }

  /** Draws the board in another theme or language. How values stood to their thresholds is not forgotten by that. */
  setAppearance(looks: BoardAppearance): void {
    if (looks.colours === this.looks.colours && looks.locale === this.looks.locale) return;
    this.looks = looks;
    batch(() => this.evaluate());
  }

  /** Several may have become others at once; the board is arranged once for all. */
  private takeInDocuments(): void {
    const before = this.documents;
    this.takeDocuments();
    const now = this.documents;
    const isArrangedAnew = (
      ['definitions', 'boardSettings', 'boards', 'boardDocument', 'wantedBoard'] as const
    ).some((document) => now[document] !== before[document]);
    if (isArrangedAnew) this.arrangeWhenSettled();
    else if (now.furtherDefinitions !== before.furtherDefinitions && !isSwitching(now))
      this.arrangeIn(gatheringTime);
  }

  private takeDocuments(): void {
    const before = this.documents;
    this.documents = documentsOf(this.options.sources);
    const { boardSettings } = this.documents;
    if (boardSettings !== before.boardSettings) this.settings = settingsIn(boardSettings);
  }

  private tick(): void {
    batch(() => {
      this.readings.tick(this.moment());
      this.statusSubject.set(this.currentStatus());
    });
  }

  private evaluate(): void {
    this.readings.evaluate(this.measures, this.moment());
  }

  private arrangeWhenSettled(): void {
    const { definitions } = this.documents;
    const isShown = this.layoutSubject.get().content.status === 'tiles';
    // The board that was left stays on screen until all of the other is there.
    if (isShown && isSwitching(this.documents)) clearTimeout(this.arranging);
    else if (definitions.status === 'ready' && isLoading(this.documents)) this.arrangeIn(settingsTime);
    else this.arrange();
  }

  private arrangeIn(milliseconds: number): void {
    clearTimeout(this.arranging);
    this.arranging = setTimeout(() => this.arrange(), milliseconds);
  }

  /** Works out what stands where. Until new formulas are compiled the board stays as it is. */
  private arrange(): void {
    clearTimeout(this.arranging);
    this.stopCompiling();
    const { definitions: first, furtherDefinitions } = this.documents;
    const show = (measures: readonly Measure[], layout: BoardLayout, kept: readonly KeptBoard[] = []): void =>
      batch(() => {
        this.measures = measures;
        this.needed = sourcesNamed(measures, [...this.options.sources.named.keys()], this.formulas.compile);
        this.followNeeded();
        this.evaluate();
        this.layoutSubject.set(layout);
        if (kept.length > 0 || this.keptSubject.get().length > 0) this.keptSubject.set(kept);
      });
    if (first.status !== 'ready') {
      show([], this.layoutOf(first));
      return;
    }
    const documents = [{ name: this.options.definitionsDocument, state: first }, ...furtherDefinitions];
    const gathered = gatherDefinitions(documents);
    const { definitions: library } = gatherDefinitions([
      ...documents,
      ...this.keptBoards.furtherDefinitions(documents.map(({ name }) => name)),
    ]);
    const stored = boardDocumentIn(this.documents);
    const { variables: offered, faults } = parseVariables(stored?.variables);
    const problems = [
      ...gathered.problems,
      ...problemsOfBoards(this.documents),
      ...faults.map((problem) => ({ kind: 'variable', problem }) as const),
    ];
    const arranged = stored
      ? arrangeBoardDocument(library, stored)
      : {
          sections: arrangeBoard(gathered.definitions, this.settings.sections),
          definitions: library,
        };
    const { sections, measures, variables } = bindTiles(
      arranged.definitions,
      arranged.sections,
      offered,
      (variable) => this.choices.of(this.id, variable),
    );
    const kept = this.keptBoards.documents().map((document) => this.keptBoard(document, library));
    const all = onceEach([...measures, ...kept.flatMap((board) => board.measures)]);
    const layout = this.layoutOf({ status: 'tiles', sections }, problems, variables);
    this.stopCompiling = compileDefinitions(this.formulas, all, () =>
      show(
        all,
        layout,
        kept.map(({ board }) => board),
      ),
    );
  }

  /** A board that is kept, for what is chosen there; its measures are those of its tiles only. */
  private keptBoard(
    { id, state }: KeptDocument,
    library: readonly ParsedDefinition[],
  ): { readonly board: KeptBoard; readonly measures: readonly Measure[] } {
    const value = valueOf(state);
    const document = isRecord(value) ? value : {};
    const { sections, definitions } = arrangeBoardDocument(library, document);
    const bound = bindTiles(definitions, sections, parseVariables(document.variables).variables, (variable) =>
      this.choices.of(this.nameOf(id), variable),
    );
    const title = isName(document.title) ? document.title.trim() : undefined;
    return {
      board: { id, title, status: state.status, sections: bound.sections, variables: bound.variables },
      measures: bound.measures,
    };
  }

  /** Chooses a value for all tiles that do not fix their own. */
  choose(variable: string, value: StoredChoice): void {
    this.choices.choose(this.id, variable, value);
  }

  /** Puts what is chosen into the address, where somebody may copy it. */
  showChoices(): void {
    const { variables } = this.layoutSubject.get();
    this.choices.show(
      this.id,
      variables.map(({ name }) => name),
    );
  }

  /** Names of the documents of boards differ in their ids only. */
  private readonly nameOf = (id: string): string => this.id.slice(0, -id.length) + id;

  /** Of the board that is shown, as far as its choices go. */
  private get id(): string {
    return this.documents.boardDocument?.name ?? '';
  }

  private layoutOf(
    content: BoardContent,
    problems: readonly BoardProblem[] = [],
    variables: readonly ShownVariable[] = [],
  ): BoardLayout {
    const { boardSettings } = this.documents;
    const { title: usual, reloadAt, definitionDocuments, problems: wrong } = this.settings;
    const { shown, boards, title = usual } = boardsOf(this.documents);
    return {
      content,
      title,
      boards,
      shown,
      reloadAt,
      variables,
      problems: [
        ...(boardSettings.status === 'failed'
          ? [{ kind: 'settings-failed', problem: boardSettings.problem } as const]
          : []),
        ...[...wrong, ...tooMany(definitionDocuments.length)].map(
          (problem) => ({ kind: 'setting', problem }) as const,
        ),
        ...problems,
        ...goneIn(this.documents, this.options.sources.wantedBoard.get()),
      ],
    };
  }

  /**
   * What its metrics are evaluated against at this moment.
   * @param everything whether sources count that no formula of the board names
   */
  moment({ everything = false } = {}): EvaluationContext {
    const { named, refresh, clock } = this.options.sources;
    const isNeeded = (name: string): boolean => everything || name === dataSource || this.needed.has(name);
    return {
      data: this.join(
        new Map(
          [...named].flatMap(([name, source]) => (isNeeded(name) ? [[name, source.get()] as const] : [])),
        ),
      ),
      now: clock.now(),
      staleAfterSeconds: this.settings.staleAfterSeconds ?? usualStaleAfter(refresh.get()),
      ...this.looks,
      board: this.bindings(),
    };
  }

  /** What formulas read as `board`, on a tile that fixes these choices. */
  bindings(fixed: Fixed = {}): Bindings {
    return bindingsOf(this.layoutSubject.get().variables, fixed);
  }

  private currentStatus(): BoardStatus {
    const { data } = this.options.sources;
    this.collections = noteCollection(this.collections, dataTimes(valueOf(data.get())).collectedAt);
    return boardStatus(this.options.sources, this.moment(), this.collections);
  }
}

/** What several boards have is evaluated once. */
const onceEach = (measures: readonly Measure[]): readonly Measure[] => [
  ...new Map(measures.map((measure) => [measure.key, measure])).values(),
];

const usualStaleAfter = ({ status }: RefreshState): number =>
  status === 'off' ? defaultStaleAfterSeconds.withoutRefresh : defaultStaleAfterSeconds.withRefresh;

const tooMany = (documents: number): readonly SettingsProblem[] =>
  documents > mostFurtherDocuments
    ? [{ kind: 'too-many-documents', count: documents, most: mostFurtherDocuments }]
    : [];
