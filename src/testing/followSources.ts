import type { DocumentSources } from '../sources/DashboardSources';

/** What sources of documents have at one moment. */
export const snapshotIn = (sources: DocumentSources) => ({
  connection: sources.connection.get(),
  data: sources.data.get(),
  definitions: sources.definitions.get(),
  furtherDefinitions: sources.furtherDefinitions.get(),
  boards: sources.boards.get(),
  boardDocument: sources.boardDocument.get(),
  boardSettings: sources.boardSettings.get(),
  clockDifference: sources.clock.difference.get(),
});

export type Snapshot = ReturnType<typeof snapshotIn>;

/** Uses sources, and calls back after each change of any of them. */
export function followSources(sources: DocumentSources, onChange: () => void): () => void {
  const { connection, data, definitions, furtherDefinitions, boardSettings, boards, boardDocument, clock } =
    sources;
  const documents = [data, definitions, furtherDefinitions, boardSettings, boards, boardDocument];
  const parts = [connection, ...documents, clock.difference];
  const leave = [...parts.map((part) => part.subscribe(onChange)), sources.use()];
  return () => leave.forEach((end) => end());
}

/** Resolves with the first snapshot that is as wished. Fails after a minute with the last one, and leaves the sources either way. */
export async function snapshotOf(
  sources: DocumentSources,
  isAsWished: (snapshot: Snapshot) => boolean,
): Promise<Snapshot> {
  let changed: () => void = () => undefined;
  const leave = followSources(sources, () => changed());
  const giveUpAt = Date.now() + 60_000;
  try {
    while (!isAsWished(snapshotIn(sources))) {
      if (Date.now() > giveUpAt) throw new Error(`Not as wished: ${JSON.stringify(snapshotIn(sources))}`);
      await new Promise<void>((resolve) => {
        changed = resolve;
        setTimeout(resolve, 100);
      });
    }
    return snapshotIn(sources);
  } finally {
    leave();
  }
}
