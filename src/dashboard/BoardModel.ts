import { unstable_batchedUpdates as batch } from 'react-dom';
import type { DashboardSources, NamedDocument, RefreshState } from '../sources/DashboardSources';
import { dataTimes } from '../metric/freshness';
import { joiner } from '../metric/joinedData';
import { valueOf, type Loaded } from '../metric/Loaded';
import { defaultStaleAfterSeconds, mostFurtherDocuments } from '../contract/defaults';
import { arrangeBoard, arrangeBoardDocument } from '../model/board/arrangeBoard';
import type { Fixed } from '../model/board/Board';
import { CompiledFormulas, type Bindings } from '../formula';
import type { StoredChoice } from '../contract/boardDocuments';
import { parseVariables } from '../metric/boardVariables';
import { isRecord } from '../metric/fieldChecks';
import { parseBoardSettings, type ParsedBoardSettings } from '../metric/parseBoardSettings';
import type { SettingsProblem } from '../metric/Problem';
import type { Measure } from '../visuals/Measure';
import type { Colours } from '../visuals/styleColours';
import { bindingsOf, bindTiles, type ShownVariable } from './bindTiles';
import type { BoardContent, BoardLayout, BoardProblem, BoardStatus } from './boardState';
import { boardStatus } from './boardStatus';
import { compileDefinitions } from './compileDefinitions';
import { gatherDefinitions } from './gatherDefinitions';
import { noteCollection, type Collections } from './lateAfter';
import { Subject, type Observable } from '../model/Observable';
import type { Transitions } from '../model/Transitions';
import { ReadingsStore, type MomentOfBoard } from './ReadingsStore';
import { viewerChoices, type ViewerChoices } from './viewerChoices';

export interface BoardModelOptions {
  readonly sources: DashboardSources;
  /** Name of the first definition document, for messages. */
  readonly definitionsDocument: string;
  readonly looks: BoardLooks;
  /** How readings of another board stood, by the same identities; it is gone on from there. */
  readonly inherited?: ReadingsStore | undefined;
  /** @default those of this tab */
  readonly choices?: ViewerChoices;
}

/** The theme and the language that a board is drawn in. */
export interface BoardLooks {
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
  private readonly layoutSubject: Subject<BoardLayout>;
  private readonly statusSubject: Subject<BoardStatus>;
  private documents: DocumentsOfBoard;
  private settings: ParsedBoardSettings;
  private looks: BoardLooks;
  /** Its own, so that a large board never compiles a formula twice. */
  private readonly formulas = new CompiledFormulas();
  readonly readings: ReadingsStore;
  /** What the tiles are made of; its formulas are compiled. */
  private measures: readonly Measure[] = [];
  private readonly join = joiner();
  private stopCompiling: () => void = () => undefined;
  private arranging: ReturnType<typeof setTimeout> | undefined;
  private collections: Collections = [];
  private users = 0;
  private readonly choices: ViewerChoices;
  private endWork: () => void = () => undefined;

  constructor(private readonly options: BoardModelOptions) {
    this.choices = options.choices ?? viewerChoices();
    this.readings = new ReadingsStore(this.formulas.compile, options.inherited);
    this.documents = documentsOf(options.sources);
    this.settings = settingsIn(this.documents.boardSettings);
    this.looks = options.looks;
    this.layoutSubject = new Subject(this.layoutOf({ status: 'loading' }));
    this.statusSubject = new Subject(this.currentStatus());
    if (!isLoading(this.documents)) this.arrange();
  }

  get layout(): Observable<BoardLayout> {
    return this.layoutSubject;
  }

  get status(): Observable<BoardStatus> {
    return this.statusSubject;
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
    const follow = (part: Pick<Observable<unknown>, 'subscribe'>, onChange: () => void): (() => void) =>
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
    ];
    const leave = [
      sources.use(),
      ...documents.map((part) => follow(part, () => this.takeInDocuments())),
      follow(this.choices, () => this.arrangeWhenSettled()),
      ...[...sources.named.values(), sources.clock.difference].map((part) =>
        follow(part, () => this.evaluate()),
      ),
      ...[sources.connection, sources.refresh].map((part) => follow(part, () => undefined)),
    ];
    document.addEventListener('visibilitychange', tickWhileVisible);
    this.takeInDocuments();
    this.arrangeWhenSettled();
    tickWhileVisible();
    return () => {
      leave.forEach((end) => end());
      clearInterval(timer);
      clearTimeout(this.arranging);
      this.stopCompiling();
      document.removeEventListener('visibilitychange', tickWhileVisible);
    };
  }

  /** Draws the board in another theme or language. How values stood to their thresholds is not forgotten by that. */
  setLooks(looks: BoardLooks): void {
    if (looks.colours === this.looks.colours && looks.locale === this.looks.locale) return;
    this.looks = looks;
    batch(() => this.evaluate());
  }

  /** Several may have become others at once; the board is arranged once for all. */
  private takeInDocuments(): void {
    const before = this.documents;
    this.takeDocuments();
    const now = this.documents;
    const isArrangedAnew = (['definitions', 'boardSettings', 'boards', 'boardDocument'] as const).some(
      (document) => now[document] !== before[document],
    );
    if (isArrangedAnew) this.arrangeWhenSettled();
    else if (now.furtherDefinitions !== before.furtherDefinitions) this.arrangeIn(gatheringTime);
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
    if (definitions.status === 'ready' && isLoading(this.documents)) this.arrangeIn(settingsTime);
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
    const show = (measures: readonly Measure[], layout: BoardLayout): void =>
      batch(() => {
        this.measures = measures;
        this.evaluate();
        this.layoutSubject.set(layout);
      });
    if (first.status !== 'ready') {
      show([], this.layoutOf(first));
      return;
    }
    const gathered = gatherDefinitions([
      { name: this.options.definitionsDocument, state: first },
      ...furtherDefinitions,
    ]);
    const stored = boardDocumentIn(this.documents);
    const { variables: offered, faults } = parseVariables(stored?.variables);
    const problems = [
      ...gathered.problems,
      ...problemsOfBoards(this.documents),
      ...faults.map((problem) => ({ kind: 'variable', problem }) as const),
    ];
    const arranged = stored
      ? arrangeBoardDocument(gathered.definitions, stored)
      : {
          sections: arrangeBoard(gathered.definitions, this.settings.sections),
          definitions: gathered.definitions,
        };
    const { sections, measures, variables } = bindTiles(
      arranged.definitions,
      arranged.sections,
      offered,
      (variable) => this.choices.of(this.id, variable),
    );
    this.stopCompiling = compileDefinitions(this.formulas, measures, () =>
      show(measures, this.layoutOf({ status: 'tiles', sections }, problems, variables)),
    );
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
    const { title, reloadAt, definitionDocuments, problems: wrong } = this.settings;
    return {
      content,
      title,
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
      ],
    };
  }

  /** What its metrics are evaluated against at this moment. */
  moment(): MomentOfBoard {
    const { named, refresh, clock } = this.options.sources;
    return {
      data: this.join(new Map([...named].map(([name, source]) => [name, source.get()]))),
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

const usualStaleAfter = ({ status }: RefreshState): number =>
  status === 'off' ? defaultStaleAfterSeconds.withoutRefresh : defaultStaleAfterSeconds.withRefresh;

const tooMany = (documents: number): readonly SettingsProblem[] =>
  documents > mostFurtherDocuments
    ? [{ kind: 'too-many-documents', count: documents, most: mostFurtherDocuments }]
    : [];

interface DocumentsOfBoard {
  readonly definitions: Loaded<unknown>;
  readonly furtherDefinitions: readonly NamedDocument[];
  readonly boardSettings: Loaded<unknown>;
  readonly boards: Loaded<unknown>;
  readonly boardDocument: NamedDocument | undefined;
}

const documentsOf = (sources: DashboardSources): DocumentsOfBoard => ({
  definitions: sources.definitions.get(),
  furtherDefinitions: sources.furtherDefinitions.get(),
  boardSettings: sources.boardSettings.get(),
  boards: sources.boards.get(),
  boardDocument: sources.boardDocument.get(),
});

const settingsIn = (settings: Loaded<unknown>): ParsedBoardSettings => parseBoardSettings(valueOf(settings));

/** Whether the board may be another one when more has come. */
const isLoading = ({ boardSettings, boards, boardDocument }: DocumentsOfBoard): boolean =>
  [boardSettings, boards, boardDocument?.state].some((state) => state?.status === 'loading');

/** What the board's own document says; undefined where it has none, or none that can be used. */
function boardDocumentIn({ boardDocument }: DocumentsOfBoard): Readonly<Record<string, unknown>> | undefined {
  const value = boardDocument && valueOf(boardDocument.state);
  return isRecord(value) ? value : undefined;
}

/** Why all metrics are shown by their sections, where a list of boards names another board, or cannot be read. */
function problemsOfBoards({ boards, boardDocument }: DocumentsOfBoard): readonly BoardProblem[] {
  if (boards.status === 'failed') return [{ kind: 'boards-failed', problem: boards.problem }];
  if (!boardDocument) return [];
  const { name: document, state } = boardDocument;
  if (state.status === 'failed') return [{ kind: 'definitions-failed', document, problem: state.problem }];
  return state.status === 'missing' || (state.status === 'ready' && !isRecord(state.value))
    ? [{ kind: 'board-missing', document }]
    : [];
}
