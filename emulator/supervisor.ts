import { sid } from './account';

/** Who is logged in to the emulated Flex: the identity of the session and the friendly name of the worker. */
export const supervisor = 'supervisor@example.com';

export const flexUserSid = sid('FU', 1);
