/** Who is logged in to the emulated Flex at first: the identity of the session and the friendly name of the worker. */
export const supervisor = 'supervisor@example.com';
