import type { Strings } from '../../../strings/Strings';
import type { TextKey } from '../../../strings/TextKey';
import type { StoreFailure, StoreFailureReason } from '../repository/DefinitionStore';

const words = {
  offline: 'EditFailedOffline',
  unknown: 'EditFailedUnknown',
  outage: 'EditFailedOutage',
  cancelled: 'EditSavingStopped',
  'too-large': 'EditFailedTooLarge',
  'not-allowed': 'EditFailedNotAllowed',
  busy: 'EditFailedBusy',
  failed: 'EditFailed',
} as const satisfies Readonly<Record<StoreFailureReason, TextKey>>;

/** Nobody was asked, or nobody answered. */
const withoutWords: ReadonlySet<StoreFailureReason> = new Set(['offline', 'unknown', 'cancelled']);

/** What came of saving, what that means for the work, and for whoever looks into it what Twilio said, if it said anything. */
export const describeFailure = ({ reason, problem }: StoreFailure, { text }: Strings): string =>
  withoutWords.has(reason) ? text(words[reason]) : `${text(words[reason])} ${problem}`;
