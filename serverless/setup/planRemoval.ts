import type { Backup } from './backups';
import { isOurShape, type DocumentKind, type DocumentNames } from './documentShapes';
import { planHistoryRemoval } from './planHistoryRemoval';
import type { Plan, Step } from './Plan';
import { documentSettings, editorRolesSetting, refreshSetting, saveSetting } from './planSetup';
import { isOurs, type AccountState, type NamedDocument, readDocument } from './readAccountState';
import type { Twilio } from 'twilio';
import { copyName, indexName, versionsIn } from '../../src/persistence/versionIndex';

/** What undoes set-up: everything goes back to `original`, as far as that is known, and what is not ours stays. */
export function planRemoval(
  state: AccountState,
  documents: readonly NamedDocument[],
  names: DocumentNames,
  original: Pick<Backup, 'event_callback' | 'custom_data' | 'documents'>,
): Plan {
  const collected = planCollected(documents);
  const saved = documents
    .filter(({ kind }) => savedKinds.includes(kind))
    .map((document) => planSaved(document, original.documents ?? {}));
  return {
    steps: [
      ...planCallback(state, original.event_callback),
      ...planCustomData(state, names, original.custom_data ?? {}),
      ...collected.steps,
      ...planHistoryRemoval(documents),
      ...saved.flatMap(({ steps }) => steps),
    ],
    notes: [...collected.notes, ...saved.flatMap(({ notes }) => notes)],
  };
}

function planCallback(state: AccountState, original: Backup['event_callback']): readonly Step[] {
  const { callbackUrl, eventsFilter } = state.workspace;
  if (!isOurs(callbackUrl, state)) return [];
  const callback =
    original && !isOurs(original.url, state)
      ? { url: original.url, filter: original.filter }
      : { url: '', filter: '' };
  return [{ kind: 'event-callback', callback, before: { url: callbackUrl, filter: eventsFilter } }];
}

function planCustomData(
  { customData }: AccountState,
  names: DocumentNames,
  original: Readonly<Record<string, unknown>>,
): readonly Step[] {
  const ours = [
    ...Object.keys(documentSettings(names)),
    refreshSetting,
    saveSetting,
    editorRolesSetting,
  ].filter((key) => key in customData && customData[key] !== original[key]);
  if (ours.length === 0) return [];
  return [
    {
      kind: 'custom-data',
      entries: Object.fromEntries(ours.map((key) => [key, original[key] ?? null])),
      before: Object.fromEntries(ours.map((key) => [key, customData[key]])),
    },
  ];
}

/** What the collector wrote. A name alone makes no document ours. */
function planCollected(documents: readonly NamedDocument[]): Plan {
  const collected = documents.filter(({ kind }) => kind === 'data' || kind === 'lease' || kind === 'part');
  const isOur = ({ kind, data }: NamedDocument): boolean => isOurShape(kind, data);
  return {
    steps: collected.filter(isOur).map(({ name, kind, data, revision }) => ({
      kind: 'delete-document',
      name,
      holds: kind,
      before: data,
      revision,
    })),
    notes: collected
      .filter((document) => !isOur(document))
      .map(
        ({ name }) =>
          `The Sync document ${name} holds something that this dashboard did not write, so it stays.`,
      ),
  };
}

/** What set-up creates, and people change. */
const savedKinds: readonly DocumentKind[] = ['definitions', 'boards', 'board-document'];

function planSaved(
  { name, kind, data: before, revision }: NamedDocument,
  original: Readonly<Record<string, unknown>>,
): Plan {
  const stays = (note: string): Plan => ({ steps: [], notes: [note] });
  if (!(name in original))
    return stays(`The backups here do not show that set-up created the document ${name}, so it stays.`);
  if (!isOurShape(kind, before))
    return stays(`The document ${name} holds something that this dashboard did not write, so it stays.`);
  const earlier = original[name];
  return typeof earlier === 'object' && earlier !== null
    ? { steps: [{ kind: 'replace-document', name, data: earlier, before, revision }], notes: [] }
    : { steps: [{ kind: 'delete-document', name, holds: kind, before, revision }], notes: [] };
}

/**
 * What removal says of the versions that the editor kept: they are people's work, so they stay. None, no note.
 * @param versioned the documents that lists of versions are called after: the definitions, and the document of each board
 */
export async function noteVersions(
  client: Twilio,
  syncServiceSid: string,
  versioned: readonly string[],
): Promise<readonly string[]> {
  const kept: string[] = [];
  for (const name of versioned.map(indexName)) {
    const index = await readDocument(client, syncServiceSid, name);
    if (!index) continue;
    const copies = versionsIn(index.data).flatMap((version) =>
      Object.entries(version.copies).map(([document, copy]) => copyName(document, copy)),
    );
    kept.push(name, ...new Set(copies));
  }
  if (kept.length === 0) return [];
  return [
    [
      'The versions that the editor kept stay, as they are what people wrote. If nobody needs them, delete these documents in Console > Sync:',
      ...kept.map((each) => `  ${each}`),
    ].join('\n'),
  ];
}
