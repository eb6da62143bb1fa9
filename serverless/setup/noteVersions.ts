import type { Twilio } from 'twilio';
import { copyName, indexName, versionsIn } from '../../src/saving/versionIndex';
import { readDocument } from './readAccountState';

/** What removal says of the versions that the editor kept: they are people's work, so they stay. None, no note. */
export async function noteVersions(
  client: Twilio,
  syncServiceSid: string,
  definitionsDocument: string,
): Promise<readonly string[]> {
  const name = indexName(definitionsDocument);
  const index = await readDocument(client, syncServiceSid, name);
  if (!index) return [];
  const copies = new Set(
    versionsIn(index.data).flatMap((version) =>
      Object.entries(version.copies).map(([document, copy]) => copyName(document, copy)),
    ),
  );
  return [
    [
      'The versions that the editor kept stay, as they are what people wrote. If nobody needs them, delete these documents in Console > Sync:',
      ...[name, ...copies].map((each) => `  ${each}`),
    ].join('\n'),
  ];
}
