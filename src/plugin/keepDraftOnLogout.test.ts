import { keepDraftOnLogout } from './keepDraftOnLogout';
import { createStrings } from '../strings/createStrings';

type Listener = (payload: object | undefined, abort: () => void) => void;

const confirm = jest.fn();
beforeAll(() => {
  Object.defineProperty(globalThis, 'window', { value: { confirm }, configurable: true });
});

/** Logs out as Flex's actions do: listeners first, and then the logout, unless one of them aborted it. */
function logOut({ isKept = true, payload = {} as object | undefined, isAnswered = false } = {}) {
  confirm.mockReset().mockReturnValue(isAnswered);
  const steps: string[] = [];
  const keepDraft = (): boolean => {
    steps.push('kept');
    return isKept;
  };
  const kept: { current: { keepDraft: () => boolean } | undefined } = { current: { keepDraft } };
  const listeners = new Map<string, Listener>();
  const addListener = (event: string, listener: Listener): void => void listeners.set(event, listener);
  keepDraftOnLogout({ addListener } as never, kept, createStrings('en'));
  let isAborted = false;
  listeners.get('beforeLogout')?.(payload, () => (isAborted = true));
  if (!isAborted) {
    steps.push('logged out');
    listeners.get('afterLogout')?.(payload, () => undefined);
  }
  return { steps, work: kept.current };
}

describe('keepDraftOnLogout', () => {
  it('keeps unsaved work before Flex logs out, and leaves it to nobody else', () => {
    expect(logOut()).toEqual({ steps: ['kept', 'logged out'], work: undefined });
    expect(confirm).not.toHaveBeenCalled();
  });

  it('asks first where the browser keeps nothing', () => {
    expect(logOut({ isKept: false })).toMatchObject({ steps: ['kept'], work: {} });
    expect(confirm).toHaveBeenCalledWith(
      'This browser cannot keep your unsaved changes to the board. Log out and lose them?',
    );
    expect(logOut({ isKept: false, isAnswered: true }).steps).toEqual(['kept', 'logged out']);
  });

  it.each([{ forceLogout: true }])('holds up no logout that Flex forces: %j', (payload) => {
    expect(logOut({ isKept: false, payload }).steps).toEqual(['kept', 'logged out']);
  });

  it('takes a logout without a payload', () => {
    expect(logOut({ payload: undefined }).steps).toEqual(['kept', 'logged out']);
  });
});
