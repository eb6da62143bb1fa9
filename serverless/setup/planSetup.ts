import { improvedFilter, missingEvents, eventsOf } from '../src/eventsFilter';
import type { Plan, Step } from './Plan';
import type { DocumentNames } from './documentShapes';
import { planHistoryRemoval } from './planHistoryRemoval';
import { defaultBoard } from '../../src/model/board/defaultBoard';
import {
  boardDocumentName,
  boardsName,
  firstBoardId,
  shownBoardName,
} from '../../src/persistence/boardNames';
import { sameJson } from '../../src/persistence/sameJson';
import {
  eventUrl,
  isOurs,
  refreshUrl,
  saveUrl,
  type AccountState,
  type NamedDocument,
} from './readAccountState';

export interface Wanted extends DocumentNames {
  /** The metrics of a new installation. */
  readonly definitions: object;
  readonly replaceCallback: boolean;
  readonly replaceDefinitions: boolean;
  /** Whether the editor is to save through the Function, not through Sync. */
  readonly saveThroughFunction: boolean;
  /** Whether the past is kept; what there is of it is deleted otherwise. */
  readonly history: boolean;
  /** Roles that the Function lets save. */
  readonly editorRoles: readonly string[];
  /** The command that deploys what is missing: `npm run deploy:dev` */
  readonly deployCommand: string;
}

/** What is missing for a running installation, and only that. */
export function planSetup(state: AccountState, documents: readonly NamedDocument[], wanted: Wanted): Plan {
  const callback = planCallback(state, wanted);
  return {
    steps: [
      ...planDocuments(documents, wanted),
      ...planCustomData(state, wanted),
      ...callback.steps,
      ...(wanted.history ? [] : planHistoryRemoval(documents)),
    ],
    notes: callback.notes,
  };
}

function planDocuments(documents: readonly NamedDocument[], wanted: Wanted): readonly Step[] {
  const definitions = documents.find(({ kind }) => kind === 'definitions');
  const isNew = !definitions && !documents.some(({ kind }) => kind === 'boards' || kind === 'board-document');
  return [
    ...put(wanted.dataDocument, {}, documents, false),
    ...put(wanted.definitionsDocument, wanted.definitions, documents, wanted.replaceDefinitions),
    ...(isNew || wanted.replaceDefinitions ? planBoard(documents, wanted) : []),
  ];
}

/** The board's document first: one that a list names and that is not there is an error on screen. */
function planBoard(documents: readonly NamedDocument[], wanted: Wanted): readonly Step[] {
  const index = documents.find(({ kind }) => kind === 'boards')?.data;
  const shown = shownBoardName(index, wanted.boardDocument);
  const board = shown === undefined ? newBoard(wanted.boardDocument) : { [shown]: defaultBoard };
  return Object.entries(board).flatMap(([name, data]) => put(name, data, documents, true));
}

/** The default board and the list of boards, by their unique names. @param board name of the board settings */
export const newBoard = (board: string): Readonly<Record<string, object>> => ({
  [boardDocumentName(board, firstBoardId)]: defaultBoard,
  [boardsName(board)]: { boards: [{ id: firstBoardId }] },
});

/** Creates a document, or replaces what one holds. */
function put(
  name: string,
  data: object,
  documents: readonly NamedDocument[],
  isReplaced: boolean,
): readonly Step[] {
  const found = documents.find((document) => document.name === name);
  if (!found) return [{ kind: 'create-document', name, data }];
  const { data: before, revision } = found;
  return isReplaced && !sameJson(before, data)
    ? [{ kind: 'replace-document', name, data, before, revision }]
    : [];
}

/** Names of the documents that the plugin is told through Flex Configuration. */
export const documentSettings = ({
  dataDocument,
  definitionsDocument,
}: Pick<DocumentNames, 'dataDocument' | 'definitionsDocument'>): Readonly<Record<string, string>> => ({
  DASHBOARD_DATA_DOCUMENT: dataDocument,
  DASHBOARD_DEFINITIONS_DOCUMENT: definitionsDocument,
});

/** The plugin's setting that says where to ask for a collection. */
export const refreshSetting = 'DASHBOARD_REFRESH_URL';

/** The plugin's setting that says where to save definitions. */
export const saveSetting = 'DASHBOARD_SAVE_URL';

/** The plugin's setting that says who is shown the editor. */
export const editorRolesSetting = 'DASHBOARD_EDITOR_ROLES';

function planCustomData({ customData, deployed }: AccountState, wanted: Wanted): readonly Step[] {
  const settings = {
    ...documentSettings(wanted),
    ...(deployed ? { [refreshSetting]: refreshUrl(deployed.domain) } : {}),
    // Who is shown the editor and who may save by it are the same then.
    ...(deployed && wanted.saveThroughFunction
      ? { [saveSetting]: saveUrl(deployed.domain), [editorRolesSetting]: wanted.editorRoles.join(', ') }
      : {}),
  };
  const changed = Object.entries(settings).filter(([key, value]) => customData[key] !== value);
  if (changed.length === 0) return [];
  const before = Object.fromEntries(changed.map(([key]) => [key, customData[key] ?? null]));
  return [{ kind: 'custom-data', entries: Object.fromEntries(changed), before }];
}

function planCallback(state: AccountState, wanted: Wanted): Plan {
  const { callbackUrl, eventsFilter } = state.workspace;
  const before = { url: callbackUrl, filter: eventsFilter };
  if (!state.deployed) {
    return {
      steps: [],
      notes: [
        `The Functions are not deployed yet, so the event callback stays as it is, and dashboards cannot ask for data. Run ${wanted.deployCommand}, and this command again.`,
      ],
    };
  }
  const url = eventUrl(state.deployed.domain);
  if (callbackUrl.split('#')[0] === url) {
    const sensible = eventsOf(eventsFilter) !== undefined && missingEvents(eventsFilter).length === 0;
    if (sensible) return { steps: [], notes: [] };
    const callback = { url: callbackUrl, filter: improvedFilter(eventsFilter) };
    return { steps: [{ kind: 'event-callback', callback, before }], notes: [] };
  }
  if (callbackUrl === '' || isOurs(callbackUrl, state) || wanted.replaceCallback) {
    return {
      steps: [{ kind: 'event-callback', callback: { url, filter: improvedFilter('') }, before }],
      notes: [],
    };
  }
  return {
    steps: [],
    notes: [
      `The workspace's event callback belongs to another app: ${callbackUrl}\n` +
        `  A workspace has only one, so it stays. Until that app forwards its events to ${url}\n` +
        '  data is collected about once a minute, as open dashboards ask for it; docs/deploying.md shows how to forward them.\n' +
        '  To take the callback away from that app instead: --replace-callback',
    ],
  };
}
