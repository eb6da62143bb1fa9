import type { Backup } from './backups';
import type { Plan, Step } from './Plan';
import {
  documentSettings,
  editorRolesSetting,
  refreshSetting,
  saveSetting,
  type StoredDocuments,
  type Wanted,
} from './planSetup';
import { isOurs, type AccountState } from './readAccountState';

/** What undoes set-up: everything goes back to `original`, as far as that is known, and what is not ours stays. */
export function planRemoval(
  state: AccountState,
  stored: Pick<StoredDocuments, 'definitions'> & {
    readonly collected: readonly { readonly name: string; readonly data: unknown }[];
  },
  wanted: Pick<Wanted, 'dataDocument' | 'definitionsDocument'>,
  original: Pick<Backup, 'event_callback' | 'custom_data' | 'documents'>,
): Plan {
  const definitions = planDefinitions(stored, wanted.definitionsDocument, original.documents ?? {});
  return {
    steps: [
      ...planCallback(state, original.event_callback),
      ...planCustomData(state, wanted, original.custom_data ?? {}),
      ...stored.collected.map(({ name, data }): Step => ({ kind: 'delete-document', name, before: data })),
      ...definitions.steps,
    ],
    notes: definitions.notes,
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
  wanted: Pick<Wanted, 'dataDocument' | 'definitionsDocument'>,
  original: Readonly<Record<string, unknown>>,
): readonly Step[] {
  const ours = [
    ...Object.keys(documentSettings(wanted)),
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

function planDefinitions(
  { definitions }: Pick<StoredDocuments, 'definitions'>,
  name: string,
  original: Readonly<Record<string, unknown>>,
): Plan {
  if (!definitions) return { steps: [], notes: [] };
  const { data: before, revision } = definitions;
  if (!(name in original)) {
    return {
      steps: [],
      notes: [
        `The document ${name} was not created by this command, as far as the backups here tell, so it stays.`,
      ],
    };
  }
  const earlier = original[name];
  return typeof earlier === 'object' && earlier !== null
    ? { steps: [{ kind: 'replace-document', name, data: earlier, before, revision }], notes: [] }
    : { steps: [{ kind: 'delete-document', name, before }], notes: [] };
}
