import { sameJson } from '../../src/persistence/sameJson';
import {
  conflict,
  IndexContended,
  saveDocuments,
  type SavedDocuments,
} from '../../src/persistence/saveDocuments';
import { answerInTime } from './answerInTime';
import { historiesOf, isOfBoard, readStoredBoards, requireDocuments, takenByOthers } from './boardDocuments';
import type { Clock } from './Clock';
import { CollectorError } from './CollectorError';
import { readConfiguration } from './configuration';
import { connectToTwilio } from './connectToTwilio';
import { documentService } from './syncDocument';
import { readBoards, readChanges } from './definitionChanges';
import type { FunctionContext, FunctionEvent } from './FunctionContext';
import { requireFlexUser, requireRole } from './requireFlexUser';
import { answerWithinMs, TimeBudget } from './TimeBudget';
import { collectsAgain } from './TwilioFailure';

/**
 * Saves definitions and board settings for whoever may edit, if they still are what that person saw, and keeps versions with
 * the name that Twilio vouches for.
 * @throws CollectorError
 */
export async function saveOnRequest(
  context: FunctionContext,
  event: FunctionEvent,
  clock: Clock,
): Promise<SavedDocuments> {
  const save = async (): Promise<SavedDocuments> => {
    const user = await requireFlexUser(context, event);
    const configuration = readConfiguration(context);
    requireRole(user, configuration.editorRoles, 'save definitions');
    const { definitionsDocument, boardDocument, syncServiceSid } = configuration;
    const changes = readChanges(event.Changes, boardDocument);
    const service = documentService(
      connectToTwilio(context).sync.v1.services(syncServiceSid),
      new TimeBudget(clock),
    );
    const settings = (await service.read(boardDocument))?.value;
    const stored = await readStoredBoards(changes, configuration, settings, service);
    const wanted = changes.find(({ document }) => document === boardDocument);
    if (wanted && !sameJson(settings, wanted.base) && !sameJson(settings, wanted.value)) {
      // What may be named is not known to somebody who has not seen the settings; nor is told what others hold.
      const taken = await takenByOthers(changes, configuration, service);
      const ours = changes.filter(
        ({ document }) => isOfBoard(document, configuration, stored) && !taken.includes(document),
      );
      return conflict(ours, await Promise.all(ours.map(({ document }) => service.read(document))));
    }
    await requireDocuments(changes, configuration, stored, service);
    return saveDocuments(service, changes, {
      definitions: definitionsDocument,
      board: boardDocument,
      author: user.identity,
      now: () => new Date(clock.now()),
      histories: await historiesOf(readBoards(event.Boards, boardDocument), changes, configuration, service),
    });
  };
  return answerInTime(save(), answerWithinMs).catch((error: unknown) => {
    if (error instanceof IndexContended) throw new CollectorError(503, 'document-contended', error.message);
    if (!(error instanceof CollectorError)) throw error;
    throw new CollectorError(error.status, error.code, error.message.replace(collectsAgain, 'Save again.'));
  });
}
