import type { JsonObject } from '../../src/saving/DocumentService';
import { saveDocuments, type SavedDocuments } from '../../src/saving/saveDocuments';
import { answerInTime } from './answerInTime';
import type { Clock } from './Clock';
import { CollectorError } from './CollectorError';
import { readConfiguration } from './configuration';
import { connectToTwilio } from './connectToTwilio';
import { documentService } from './documentService';
import { readChanges, requireDocuments } from './definitionChanges';
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
    const board: JsonObject | undefined = (await service.read(boardDocument))?.value;
    requireDocuments(changes, configuration, board);
    return saveDocuments(service, changes, {
      definitions: definitionsDocument,
      author: user.identity,
      now: () => new Date(clock.now()),
    });
  };
  return answerInTime(save(), answerWithinMs).catch((error: unknown) => {
    if (!(error instanceof CollectorError)) throw error;
    throw new CollectorError(error.status, error.code, error.message.replace(collectsAgain, 'Save again.'));
  });
}
