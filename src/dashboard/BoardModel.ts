import { unstable_batchedUpdates as batch } from 'react-dom';
import type { DashboardSnapshot, DashboardSource, RefreshState } from '../dashboard-source/DashboardSource';
import { mostFurtherDocuments } from '../model/board/namedDocuments';
import { arrangeBoard, arrangeBoardDocument } from '../model/board/arrangeBoard';
import { CompiledFormulas } from '../formula';
import { isRecord } from '../metric/fieldChecks';
import { parseBoardSettings, type ParsedBoardSettings } from '../metric/parseBoardSettings';
import type { SettingsProblem } from '../metric/Problem';
import type { Measure } from '../visuals/Measure';
import { tileMeasures } from '../visuals/registry';
import type { Colours } from '../visuals/styleColours';
import type { BoardContent, BoardLayout, BoardProblem, BoardStatus } from './boardState';
import { boardStatus } from './boardStatus';
import { compileDefinitions } from './compileDefinitions';
import { gatherDefinitions } from './gatherDefinitions';
import { Subject, type Observable } from './Observable';
import { ReadingsStore, type MomentOfBoard } from './ReadingsStore';

export interface BoardModelOptions {
  readonly source: DashboardSource;
  /** Name of the first definition document, for messages. */
  readonly definitionsDocument: string;
  readonly looks: BoardLooks;
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
 * a reading for each tile (`readings`). It shows what its source had when it was made; it follows the source and the clock
 * from `start` until the function that this returns is called, and the clock only while the page is visible.
 */
export class BoardModel {
  private readonly layoutSubject: Subject<BoardLayout>;
  private readonly statusSubject: Subject<BoardStatus>;
  private snapshot: DashboardSnapshot;
  private settings: ParsedBoardSettings;
  private looks: BoardLooks;
  /** Its own, so that a large board never compiles a formula twice. */
  private readonly formulas = new CompiledFormulas();
  readonly readings = new ReadingsStore(this.formulas.compile);
  /** What the tiles are made of; its formulas are compiled. */
  private measures: readonly Measure[] = [];
  private stopCompiling: () => void = () => undefined;
  private arranging: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: BoardModelOptions) {
    this.snapshot = options.source.getSnapshot();
    this.settings = settingsIn(this.snapshot);
    this.looks = options.looks;
    this.layoutSubject = new Subject(this.layoutOf({ status: 'loading' }));
    this.statusSubject = new Subject(this.currentStatus());
    if (!isLoading(this.snapshot)) this.arrange();
  }

  get layout(): Observable<BoardLayout> {
    return this.layoutSubject;
  }

  get status(): Observable<BoardStatus> {
    return this.statusSubject;
  }

  readonly start = (): (() => void) => {
    const { source } = this.options;
    let timer: ReturnType<typeof setInterval> | undefined;
    const tickWhileVisible = (): void => {
      clearInterval(timer);
      if (document.hidden) return;
      this.tick();
      timer = setInterval(() => this.tick(), second);
    };
    const leave = source.subscribe(() => this.takeIn());
    document.addEventListener('visibilitychange', tickWhileVisible);
    this.takeIn();
    this.arrangeWhenSettled();
    tickWhileVisible();
    return () => {
      leave();
      clearInterval(timer);
      clearTimeout(this.arranging);
      this.stopCompiling();
      document.removeEventListener('visibilitychange', tickWhileVisible);
    };
  };

  /** Draws the board in another theme or language. How values stood to their thresholds is not forgotten by that. */
  setLooks(looks: BoardLooks): void {
    if (looks === this.looks) return;
    this.looks = looks;
    batch(() => this.evaluate());
  }

  private takeIn(): void {
    const before = this.snapshot;
    const now = this.options.source.getSnapshot();
    this.snapshot = now;
    if (now.board !== before.board) this.settings = settingsIn(now);
    batch(() => {
      const isArrangedAnew =
        now.definitions !== before.definitions ||
        now.board !== before.board ||
        now.boards !== before.boards ||
        now.boardDocument !== before.boardDocument;
      if (isArrangedAnew) this.arrangeWhenSettled();
      else if (now.furtherDefinitions !== before.furtherDefinitions) this.arrangeIn(gatheringTime);
      if (now.data !== before.data || now.clockDifference !== before.clockDifference) this.evaluate();
      this.statusSubject.set(this.currentStatus());
    });
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
    const { definitions } = this.snapshot;
    if (definitions.status === 'present' && isLoading(this.snapshot)) this.arrangeIn(settingsTime);
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
    const { definitions: first, furtherDefinitions } = this.snapshot;
    const show = (measures: readonly Measure[], layout: BoardLayout): void =>
      batch(() => {
        this.measures = measures;
        this.evaluate();
        this.layoutSubject.set(layout);
      });
    if (first.status !== 'present') {
      show([], this.layoutOf(first));
      return;
    }
    const gathered = gatherDefinitions([
      { name: this.options.definitionsDocument, state: first },
      ...furtherDefinitions,
    ]);
    const stored = boardDocumentIn(this.snapshot);
    const problems = [...gathered.problems, ...problemsOfBoards(this.snapshot)];
    const { sections, definitions } = stored
      ? arrangeBoardDocument(gathered.definitions, stored)
      : {
          sections: arrangeBoard(gathered.definitions, this.settings.sections),
          definitions: gathered.definitions,
        };
    const measures = [...definitions, ...tileMeasures(sections.flatMap(({ tiles }) => tiles))];
    this.stopCompiling = compileDefinitions(this.formulas, measures, () =>
      show(measures, this.layoutOf({ status: 'tiles', sections }, problems)),
    );
  }

  private layoutOf(content: BoardContent, problems: readonly BoardProblem[] = []): BoardLayout {
    const { board } = this.snapshot;
    const { title, reloadAt, definitionDocuments, problems: wrong } = this.settings;
    return {
      content,
      title,
      reloadAt,
      problems: [
        ...(board.status === 'failed' ? [{ kind: 'settings-failed', problem: board.problem } as const] : []),
        ...[...wrong, ...tooMany(definitionDocuments.length)].map(
          (problem) => ({ kind: 'setting', problem }) as const,
        ),
        ...problems,
      ],
    };
  }

  /** What its metrics are evaluated against at this moment. */
  moment(): MomentOfBoard {
    const { data, refresh } = this.snapshot;
    return {
      data: data.status === 'present' ? data.value : undefined,
      now: this.options.source.now(),
      staleAfterSeconds: this.settings.staleAfterSeconds ?? usualStaleAfter(refresh),
      ...this.looks,
    };
  }

  private currentStatus(): BoardStatus {
    return boardStatus(this.snapshot, this.moment());
  }
}

/**
 * Data is asked for after a minute, spread over 15 s, and a collection takes some seconds more: what is older than 90 s should
 * have come. Where nothing is asked for, only events bring data.
 */
const usualStaleAfter = ({ status }: RefreshState): number => (status === 'off' ? 150 : 90);

const tooMany = (documents: number): readonly SettingsProblem[] =>
  documents > mostFurtherDocuments
    ? [{ kind: 'too-many-documents', count: documents, most: mostFurtherDocuments }]
    : [];

const settingsIn = ({ board }: DashboardSnapshot): ParsedBoardSettings =>
  parseBoardSettings(board.status === 'present' ? board.value : undefined);

/** Whether the board may be another one when more has come. */
const isLoading = ({ board, boards, boardDocument }: DashboardSnapshot): boolean =>
  [board, boards, boardDocument?.state].some((state) => state?.status === 'loading');

/** What the board's own document says; undefined where it has none, or none that can be used. */
function boardDocumentIn({
  boardDocument,
}: DashboardSnapshot): Readonly<Record<string, unknown>> | undefined {
  const state = boardDocument?.state;
  return state?.status === 'present' && isRecord(state.value) ? state.value : undefined;
}

/** Why all metrics are shown by their sections, where a list of boards names another board, or cannot be read. */
function problemsOfBoards({ boards, boardDocument }: DashboardSnapshot): readonly BoardProblem[] {
  if (boards.status === 'failed') return [{ kind: 'boards-failed', problem: boards.problem }];
  if (!boardDocument) return [];
  const { name: document, state } = boardDocument;
  if (state.status === 'failed') return [{ kind: 'definitions-failed', document, problem: state.problem }];
  return state.status === 'missing' || (state.status === 'present' && !isRecord(state.value))
    ? [{ kind: 'board-missing', document }]
    : [];
}
