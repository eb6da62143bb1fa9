import { assembleDashboardData, listedParts } from '../../sources/sync/assembleDashboardData';
import { valueOf, type Loaded } from '../../model/metric/Loaded';
import { Store } from '../../model/store/Store';
import type { DashboardSources, NamedDocument } from '../../sources/DashboardSources';
import { memorySources } from '../../sources/memory/memorySources';
import { sectionsOf } from '../../model/board/Board';
import { namedDocuments } from '../../model/board/namedDocuments';
import { refreshDue } from '../../sources/refresh/refreshDue';
import { toldState } from '../../views/desk/announcementOf';
import { arrangeSections } from '../../views/board/arrangeSections';
import { boardStatus } from '../../views/board/boardStatus';
import { gatherDefinitions } from '../../sources/gatherDefinitions';
import { labelWidths } from '../../visuals/labelWidths';
import { describeProblem } from '../../visuals/describeProblem';
import { ReadingsStore } from '../../views/board/ReadingsStore';
import { severityOf } from '../../views/board/severity';
import { lookAt } from '../../views/board/useLook';
import { describeFreshness } from '../../views/board/describeFreshness';
import { describeCause, explainFreshness } from '../../views/board/explainFreshness';
import { describeReading } from '../../visuals/describeReading';
import { firstChoices } from '../../views/editor/gallery/choicesFor';
import { findRows } from '../../views/editor/data-explorer/treeRows';
import { topOf } from '../../views/editor/data-explorer/dataTree';
import { describeChange } from '../../views/editor/edit-mode/describeChange';
import { saveProblems } from '../../views/editor/edit-mode/saveProblems';
import { exportText } from '../../views/editor/import-export/exportText';
import { importCommand, likelyChoice, sizesAfter } from '../../views/editor/import-export/importCommand';
import { planImport } from '../../views/editor/import-export/planImport';
import { completionsAt } from '../../views/editor/formula-field/completionsAt';
import { changesOf } from '../../views/editor/draft/changesOf';
import { documentsIn } from '../../views/editor/draft/documentsIn';
import { edit } from '../../views/editor/draft/edit';
import { beginEditing, documentsOf, undo } from '../../views/editor/draft/EditingSession';
import { rebase } from '../../views/editor/draft/rebase';
import { arrangeBoard, arrangeBoardDocument } from '../../model/board/arrangeBoard';
import { parseBoardSettings } from '../../model/metric/parseBoardSettings';
import { copyAt, dropOldest, versionsIn } from '../../persistence/versionIndex';
import { createStrings } from '../../strings/createStrings';
import { fitTiles } from '../../views/wall/fitTiles';
import { wallNotice } from '../../views/wall/wallNotice';
import { someColours } from '../anEvaluatedMetric';
import type { DamagedDocuments } from './damagedDocuments';

const names = { definitions: 'dashboard-definitions', board: 'dashboard-board' };
const languages = [createStrings('en'), createStrings('es')];
const present = (value: unknown): Loaded<unknown> => ({ status: 'ready', value });

/** What sources make of the documents. */
export function damagedSources(documents: DamagedDocuments): DashboardSources {
  const { data, parts, definitions, further, board, layout } = documents;
  const values = listedParts('dashboard-data', data).map(({ name }) => parts.get(name));
  const named = namedDocuments(board, ['dashboard-data', ...Object.values(names)], layout);
  const assembled = typeof data === 'object' && data !== null ? assembleDashboardData(data, values) : data;
  const layoutDocument: NamedDocument = { name: 'dashboard-board-k3f9x2ab', state: present(layout) };
  return {
    ...memorySources(),
    definitions: new Store(present(definitions)),
    furtherDefinitions: new Store<readonly NamedDocument[]>(
      named.map((name) => ({
        name,
        state: further.has(name) ? present(further.get(name)) : { status: 'missing' },
      })),
    ),
    data: new Store(present(assembled)),
    boardSettings: new Store(present(board)),
    boards: new Store(present({ boards: [{ id: 'k3f9x2ab' }] })),
    boardDocument: new Store<NamedDocument | undefined>(layoutDocument),
    refresh: new Store({ status: 'failed', problem: 'No answer.', retryAt: 0 } as const),
  };
}

/**
 * Does with documents whatever the dashboard, the wall and the editor do with them, apart from drawing.
 * @returns what the tiles show, by key
 * @throws whatever any of it throws
 */
export function showEverything(documents: DamagedDocuments): ReadonlyMap<string, string> {
  const sources = damagedSources(documents);
  const settings = parseBoardSettings(documents.board);
  const moment = {
    data: valueOf(sources.data.get()),
    now: Date.parse('2026-11-22T11:42:20Z'),
    staleAfterSeconds: settings.staleAfterSeconds ?? 150,
    locale: 'en-GB',
    colours: someColours,
  };
  refreshDue(sources.data.get(), moment.now);
  const status = boardStatus(sources, moment);
  for (const strings of languages) {
    describeFreshness(status, strings);
    const options = { isAdmin: true, dataDocument: 'dashboard-data' };
    explainFreshness(status, options, strings);
    describeCause(status, options, strings);
    wallNotice({ status, hasLoginEnded: false, isAdmin: true, dataDocument: 'dashboard-data', strings });
    for (const problem of settings.problems) describeProblem(problem, strings.text);
  }

  const gathered = gatherDefinitions([
    { name: names.definitions, state: sources.definitions.get() },
    ...sources.furtherDefinitions.get(),
  ]);
  const readings = new ReadingsStore();
  readings.evaluate(gathered.definitions, moment);
  readings.tick({ ...moment, now: moment.now + 1000 });
  const sections = arrangeBoard(gathered.definitions, settings.sections);
  arrangeSections(sections, 'sound');
  const stored = arrangeBoardDocument(gathered.definitions, documents.layout).sections;
  arrangeSections(stored, 'sound');
  const fitted = [...sections, ...stored].map(({ tiles }) => ({
    tiles: tiles.map(({ span, label }) => ({ span, label: labelWidths(label), picture: undefined })),
  }));
  fitTiles(fitted, { width: 1900, height: 1000, gap: 5, heading: 40, smallestUnit: 2 });
  for (const tile of sections.flatMap(({ tiles }) => tiles)) severityOf(lookAt(tile, readings));
  const shown = new Map<string, string>();
  for (const key of readings.keys()) {
    const reading = readings.get(key);
    if (!reading) continue;
    toldState(reading);
    labelWidths(reading.label);
    for (const strings of languages) shown.set(key, describeReading(reading, strings).text);
  }
  editEverything(documents, sources, moment);
  return shown;
}

function editEverything(
  documents: DamagedDocuments,
  sources: DashboardSources,
  moment: Parameters<typeof saveProblems>[1],
): void {
  findRows(topOf(moment.data), 'sound', 50);
  for (const text of ['data.', 'queue("', 'data.workspace_statistics.realtime.'])
    completionsAt(text, text.length, moment.data);
  firstChoices(['queue', 'queues', 'breaks', 'within'], moment.data);

  const index = documents.versions.get('dashboard-definitions-versions');
  const versions = versionsIn(index);
  versions.forEach((_, place) => copyAt(versions, place, names.definitions));
  dropOldest(versions);

  const board = documentsIn(sources, names);
  if (!board) return;
  let session = beginEditing(board);
  session = edit(session, { type: 'change-metric', key: 'sound-tasks', changes: { label: 'Mine' } });
  session = edit(session, { type: 'add-metric', metric: { label: '__proto__', formula: '1' } });
  session = edit(session, { type: 'move-tile', key: 'sound-share', place: { section: 'Today' } });
  const tiles = session.current.sections.flatMap((section) => section.tiles.map(({ key }) => key));
  for (const key of tiles.slice(0, 3))
    session = edit(session, { type: 'move-tile', key, place: { section: 'New' } });
  session = edit(session, { type: 'remove-tile', key: tiles[0] ?? '' });
  sectionsOf(session.current);
  for (const strings of languages) changesOf(session).forEach((change) => describeChange(change, strings));
  saveProblems(session, moment);
  const theirs = {
    definitions: board.definitions.map(({ name, value }) => ({
      name,
      value: { ...value, ...Object(documents.further.get('more')) },
    })),
    board: { name: names.board, value: { ...board.board.value, title: 'Theirs' } },
  };
  undo(rebase(session, theirs));
  exportText(documentsOf(session), { kind: 'board' });
  const plan = planImport(JSON.stringify(documents.definitions), board, moment);
  if (!('metrics' in plan)) return;
  const command = importCommand(plan, likelyChoice, true, board);
  if (command) sizesAfter(board, [command]);
}
