import type { Strings } from '../../strings/Strings';
import type { TextKey } from '../../strings/TextKey';
import type { StoreFailure, StoreFailureReason } from '../store/DefinitionStore';

const words = {
  offline: 'EditFailedOffline',
  unknown: 'EditFailedUnknown',
  'too-large': 'EditFailedTooLarge',
  'not-allowed': 'EditFailedNotAllowed',
  busy: 'EditFailedBusy',
  failed: 'EditFailed',
} as const satisfies Readonly<Record<StoreFailureReason, TextKey>>;

/** What came of saving, what that means for the work, and for whoever looks into it what Twilio said, if it was asked. */
export const failureInWords = ({ reason, problem }: StoreFailure, { text }: Strings): string =>
  // Where no answer came, what the client of Sync says of it helps nobody.
  reason === 'offline' || reason === 'unknown' ? text(words[reason]) : `${text(words[reason])} ${problem}`;
