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
import { requireSupervisor } from './requireSupervisor';
import { answerWithinMs, TimeBudget } from './TimeBudget';
import { collectsAgain } from './TwilioFailure';

/**
 * Saves definitions and board settings for a supervisor, if they still are what that supervisor saw, and keeps versions with
 * the name that Twilio vouches for.
 * @throws CollectorError
 */
export async function saveOnRequest(
  context: FunctionContext,
  event: FunctionEvent,
  clock: Clock,
): Promise<SavedDocuments> {
  const save = async (): Promise<SavedDocuments> => {
    const { identity } = await requireSupervisor(context, event, 'save definitions');
    const configuration = readConfiguration(context);
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
      author: identity,
      now: () => new Date(clock.now()),
    });
  };
  return answerInTime(save(), answerWithinMs).catch((error: unknown) => {
    if (!(error instanceof CollectorError)) throw error;
    throw new CollectorError(error.status, error.code, error.message.replace(collectsAgain, 'Save again.'));
  });
}
