/** @jest-environment jsdom */
import { followBoardChoice } from './boardChoice';
import { Store } from '../model/store/Store';
import type { NamedDocument } from '../sources/DashboardSources';

/** Opens the view at an address. @returns the board that is asked for */
function open(address: string): string | undefined {
  window.history.replaceState(null, '', address);
  const wantedBoard = new Store<string | undefined>(undefined);
  const boardDocument = new Store<NamedDocument | undefined>(undefined);
  const showBoard = (id: string | undefined): void => wantedBoard.set(id);
  followBoardChoice({ wantedBoard, boardDocument, showBoard }, 'realtime-dashboard', 'ann@example.com');
  return wantedBoard.get();
}

describe('followBoardChoice', () => {
  it('asks for what a link names, and forgets what is no board', () => {
    expect(open('/realtime-dashboard/k3f9x2ab')).toBe('k3f9x2ab');
    window.sessionStorage.clear();
    expect(open('/realtime-dashboard/%F0nonsense')).toBe('%F0nonsense');
    window.sessionStorage.clear();
    expect(open('/realtime-dashboard')).toBe('k3f9x2ab');
  });
});
