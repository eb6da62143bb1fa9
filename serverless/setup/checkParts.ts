import type { StoredDashboardData } from '../../src/schema/dashboardData';
import {
  assembleDashboardData,
  collectionOf,
  listedParts,
} from '../../src/sources/sync/assembleDashboardData';
import { mostPartBytes } from '../../src/schema/defaults';
import { fine, wrong, type Finding } from './Finding';

interface NamedData {
  readonly name: string;
  readonly data: unknown;
}

/**
 * Whether the documents of queues and channels are there, how full they are, and whether any is left that nobody reads; and
 * what the collector itself has to say about them.
 * @param documents the data document and those named after it
 */
export function checkParts(
  dataDocument: string,
  documents: readonly NamedData[],
  deployCommand: string,
): readonly Finding[] {
  const main = documents.find(({ name }) => name === dataDocument)?.data;
  if (typeof main !== 'object' || main === null) return [];
  const held = new Map(documents.map(({ name, data }) => [name, data]));
  const listed = listedParts(dataDocument, main);
  const findings: Finding[] = listed.flatMap(({ name, collection }) => {
    if (!held.has(name)) {
      return wrong(
        `The Sync document ${name} is gone, so a queue or channel is missing from the dashboard.`,
        `Delete ${dataDocument}, too: the next event writes all of them anew.`,
      );
    }
    const data = held.get(name);
    const bytes = Buffer.byteLength(JSON.stringify(data));
    const problems: Finding[] = [];
    if (bytes > mostPartBytes) {
      problems.push(
        wrong(
          `The Sync document ${name} takes ${bytes} bytes, more than the ${mostPartBytes} that the Functions write.`,
          `Somebody else has written it. Delete it and ${dataDocument}: the next event writes all of them anew.`,
        ),
      );
    }
    if (collectionOf(data) < collection) {
      problems.push(
        wrong(
          `The Sync document ${name} is of collection ${collectionOf(data)}, and should be of ${collection}.`,
          `Somebody else has written it. Delete it and ${dataDocument}: the next event writes all of them anew.`,
        ),
      );
    }
    return problems;
  });

  const isPart = new RegExp(`^${dataDocument.replace(/\./g, '\\.')}-(queue|channel)-\\d+$`);
  const names = new Set(listed.map(({ name }) => name));
  const unlisted = documents.filter(({ name }) => isPart.test(name) && !names.has(name));
  const orphans = unlisted.filter(({ data }) =>
    Object.keys(data as object).some((key) => key !== 'collection'),
  );
  for (const { name } of orphans) {
    findings.push(
      wrong(
        `The Sync document ${name} holds a queue or channel that nobody reads.`,
        'Delete it in Console > Sync.',
      ),
    );
  }
  const { notices = [] } = main as Partial<StoredDashboardData>;
  for (const { text } of notices) {
    findings.push(wrong(`The Function says: ${text}`, `Once a variable is changed: ${deployCommand}`));
  }
  if (listed.length === 0) return [fine('No queues and no channels are collected'), ...findings];
  const sizes = listed.map(({ name }) => Buffer.byteLength(JSON.stringify(held.get(name) ?? {})));
  const empty = unlisted.length - orphans.length;
  return [
    fine(
      `${listed.length} documents of queues and channels (${listed[0]?.name} ...) take at most ${Math.max(...sizes)} of ${mostPartBytes} bytes` +
        (empty > 0 ? `; ${empty} more are empty, for queues to come` : ''),
    ),
    ...findings,
  ];
}

/** The data as formulas see it. */
export function assembledData(dataDocument: string, documents: readonly NamedData[]): unknown {
  const held = new Map(documents.map(({ name, data }) => [name, data]));
  const main = held.get(dataDocument);
  if (typeof main !== 'object' || main === null) return main;
  return assembleDashboardData(
    main,
    listedParts(dataDocument, main).map(({ name }) => held.get(name)),
  );
}
