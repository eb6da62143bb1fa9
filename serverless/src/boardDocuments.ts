import type { DocumentService, JsonObject } from '../../src/saving/DocumentService';
import { isDocumentName, isFurtherDocumentName } from '../../src/saving/documentNames';
import type { DocumentChange } from '../../src/saving/saveDocuments';
import { copyName, indexName } from '../../src/saving/versionIndex';
import { CollectorError } from './CollectorError';
import type { Configuration } from './configuration';
import { isMetric } from './definitionChanges';

type Names = Pick<Configuration, 'dataDocument' | 'definitionsDocument' | 'boardDocument'>;

/**
 * The documents that this board has: its definitions, its settings, and the documents of definitions that the settings name.
 * What the settings name must not be dashboard data, nor versions, whoever wrote them.
 * @param settings as they are stored
 */
export const isOfBoard = (name: string, names: Names, settings: JsonObject | undefined): boolean =>
  name === names.definitionsDocument ||
  name === names.boardDocument ||
  (isDocumentName(name) && !isOfTheFunction(name, names) && namesIn(settings).includes(name));

/** Dashboard data and versions, which nobody's request may name. */
function isOfTheFunction(name: string, { dataDocument, definitionsDocument }: Names): boolean {
  const [isData, after] = [name.startsWith(dataDocument), name.slice(dataDocument.length)];
  return (
    (isData && /^(|-lease|-(queue|channel)-\d+)$/.test(after)) ||
    name === indexName(definitionsDocument) ||
    name.includes(copyName('', ''))
  );
}

/**
 * Refuses to write anything but documents of this board, and further ones that the editor begins: those have names of one
 * pattern, and hold metrics if they are there at all. For a document of any other name, an admin adds it to the settings.
 * @throws CollectorError 403 `foreign-document`, which tells nothing of what the document holds
 */
export async function requireDocuments(
  changes: readonly DocumentChange[],
  names: Names,
  settings: JsonObject | undefined,
  service: Pick<DocumentService, 'read'>,
): Promise<void> {
  const wanted = namesIn(changes.find(({ document }) => document === names.boardDocument)?.value);
  const added = wanted.filter((name) => !namesIn(settings).includes(name));
  const foreign = await Promise.all(
    [...new Set([...added, ...changes.map(({ document }) => document)])].map(async (name) => {
      if (isOfBoard(name, names, settings)) return [];
      const isBegun =
        added.includes(name) &&
        isFurtherDocumentName(names.definitionsDocument, name) &&
        !isOfTheFunction(name, names);
      return isBegun && (await holdsMetrics(name, service)) ? [] : [name];
    }),
  );
  const [first] = foreign.flat();
  if (first === undefined) return;
  throw new CollectorError(
    403,
    'foreign-document',
    `${JSON.stringify(first.slice(0, 60))} is not a document of this board. An admin can add it to "definitionDocuments" in ${names.boardDocument}. If the plugin reads other documents, give the Function the same DASHBOARD_DEFINITIONS_DOCUMENT and DASHBOARD_BOARD_DOCUMENT, and deploy again.`,
  );
}

/** A save that stopped half-way leaves a further document behind that no settings name yet. */
async function holdsMetrics(name: string, service: Pick<DocumentService, 'read'>): Promise<boolean> {
  return Object.values((await service.read(name))?.value ?? {}).every(isMetric);
}

function namesIn(settings: JsonObject | undefined): readonly string[] {
  const named: unknown = settings?.definitionDocuments;
  return Array.isArray(named)
    ? named.filter((name): name is string => typeof name === 'string').map((name) => name.trim())
    : [];
}
