import { tabStorage } from './dashboard/safeStorage';

const parameter = 'board';
const memoryKey = 'realtime-dashboard.board';

/**
 * Id of the board that the address asks for, as `?board=k3f9x2ab` does; undefined for the first one. The tab remembers it, since a
 * login may lead back to Flex's start page.
 */
export function boardInAddress(): string | undefined {
  const asked = new URLSearchParams(window.location.search).get(parameter);
  if (asked === '') tabStorage.removeItem(memoryKey);
  else if (asked !== null) tabStorage.setItem(memoryKey, asked);
  return tabStorage.getItem(memoryKey) ?? undefined;
}
