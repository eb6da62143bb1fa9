import type { BoardSettings } from '../../contract/boardSettings';
import type { BoardDocuments } from './BoardDocuments';
import { placeOf, sectionsOf, tilesOf } from './boardOrder';
import { currentConflicts } from './conflicts';
import type { EditingCommand } from './EditingCommand';
import type { EditingSession } from './EditingSession';
import { houseEntry } from './houseEntry';
import {
  entryOf,
  homeOf,
  metricOf,
  newKey,
  replaceField,
  withBoard,
  withEntry,
  withFields,
} from './metricEntries';
import { placeTile } from './placeTile';
import { sameJson } from '../../saving/sameJson';

/**
 * The session after a command, as one step that can be undone; the same object when the command changes nothing.
 * @param joins whether this belongs to the step before it, as typing does, if that is of the same kind and on the same metric
 */
export function edit(
  session: EditingSession,
  command: EditingCommand,
  { joins = false }: { readonly joins?: boolean } = {},
): EditingSession {
  const { current, past, conflicts } = session;
  const documents = apply(current, command);
  if (sameJson(documents, current)) return session;
  const key = 'key' in command ? command.key : undefined;
  const step = { type: command.type, ...(key !== undefined && { key }), documents: current, conflicts };
  const last = past[past.length - 1];
  const isJoined =
    joins &&
    last !== undefined &&
    last.type === step.type &&
    last.key === key &&
    session.future.length === 0 &&
    current !== session.base;
  return {
    ...session,
    current: documents,
    past: isJoined ? past : [...past, step],
    future: [],
    conflicts: currentConflicts(conflicts, documents),
  };
}

function apply(documents: BoardDocuments, command: EditingCommand): BoardDocuments {
  switch (command.type) {
    case 'add-metric': {
      const key = command.key ?? newKey(documents, command.metric.label);
      if (homeOf(documents, key)) return documents;
      const added = houseEntry(documents, key, entryOf(command.metric));
      return command.place ? placeTile(added, key, command.place) : added;
    }
    case 'change-metric':
      return rehoused(withFields(documents, command.key, command.changes), documents, command.key);
    case 'duplicate-metric': {
      const original = homeOf(documents, command.key)?.value?.[command.key];
      const metric = metricOf(documents, command.key);
      const place = placeOf(documents, command.key);
      if (!metric || !place) return documents;
      const key = newKey(documents, command.label);
      const copy = { ...Object(original), metric: { ...metric, label: command.label } };
      return placeTile(houseEntry(documents, key, copy), key, place);
    }
    case 'remove-metric': {
      const home = homeOf(documents, command.key);
      return home ? withEntry(documents, home.name, command.key, undefined) : documents;
    }
    case 'move-tile':
      return placeTile(documents, command.key, command.place);
    case 'resize-tile': {
      const size = command.size === 'normal' ? undefined : command.size;
      return withFields(documents, command.key, { size });
    }
    case 'rename-section':
      return renameSection(documents, command.from, command.to.trim());
    case 'remove-section':
      return moveAll(withoutSection(documents, command.section), documents, command.section, undefined);
    case 'move-section':
      return moveSection(documents, command.section, command.before);
    case 'change-settings':
      return withSettings(documents, command.changes);
    case 'put-metrics': {
      const { metrics, beside, settings, place } = command;
      const put = Object.entries(metrics).reduce(
        (result, [key, metric]) => houseEntry(result, key, { metric, ...beside?.[key] }),
        settings ? withSettings(documents, settings) : documents,
      );
      return place ? Object.keys(metrics).reduce((result, key) => placeTile(result, key, place), put) : put;
    }
    case 'restore':
      return restored(documents, command.documents);
  }
}

const withSettings = (documents: BoardDocuments, changes: Partial<BoardSettings>): BoardDocuments =>
  withBoard(
    documents,
    Object.entries(changes).reduce(
      (fields, [field, value]) => replaceField(fields, field, value),
      documents.board.value ?? {},
    ),
  );

/** A metric that outgrew its document goes into another. */
function rehoused(changed: BoardDocuments, before: BoardDocuments, key: string): BoardDocuments {
  const entry = homeOf(changed, key)?.value?.[key];
  return changed === before || entry === undefined ? changed : houseEntry(changed, key, entry);
}

function renameSection(documents: BoardDocuments, from: string, to: string): BoardDocuments {
  const names = sectionsOf(documents);
  if (to === '' || to === from || !names.includes(from)) return documents;
  if (names.includes(to)) return moveAll(withoutSection(documents, from), documents, from, to);
  const renamed = tilesOf(documents, from).reduce(
    (result, key) => withFields(result, key, { section: to }),
    documents,
  );
  const listed = documents.board.value?.sections;
  if (!Array.isArray(listed)) return renamed;
  const sections = listed.map((name: unknown) =>
    typeof name === 'string' && name.trim() === from ? to : name,
  );
  return withBoard(renamed, { ...renamed.board.value, sections });
}

function withoutSection(documents: BoardDocuments, section: string): BoardDocuments {
  const listed = documents.board.value?.sections;
  if (!Array.isArray(listed)) return documents;
  const sections = listed.filter((name: unknown) => typeof name !== 'string' || name.trim() !== section);
  return sections.length === listed.length
    ? documents
    : withBoard(documents, { ...documents.board.value, sections });
}

/** Sections that the settings do not list yet are listed by it, or it would not hold. */
function moveSection(documents: BoardDocuments, section: string, before: string | undefined): BoardDocuments {
  const names = sectionsOf(documents);
  if (!names.includes(section) || before === section) return documents;
  const others = names.filter((name) => name !== section);
  const found = before === undefined ? -1 : others.indexOf(before);
  const index = found < 0 ? others.length : found;
  const sections = [...others.slice(0, index), section, ...others.slice(index)];
  return sameJson(sections, names) ? documents : withSettings(documents, { sections });
}

/** All tiles of a section to the end of another, in their order. */
const moveAll = (
  documents: BoardDocuments,
  before: BoardDocuments,
  from: string,
  section: string | undefined,
): BoardDocuments =>
  tilesOf(before, from).reduce((result, key) => placeTile(result, key, { section }), documents);

/** A document cannot be taken away by saving, so that one which was not there then becomes an empty one. */
function restored(current: BoardDocuments, { definitions, board }: BoardDocuments): BoardDocuments {
  const known = [...current.definitions, current.board];
  const orEmpty = (name: string, value: BoardDocuments['board']['value']) =>
    value ?? (known.find((document) => document.name === name)?.value && {});
  const wanted = {
    definitions: definitions.map(({ name, value }) => ({ name, value: orEmpty(name, value) })),
    board: current.board,
  };
  return withBoard(wanted, orEmpty(board.name, board.value));
}
