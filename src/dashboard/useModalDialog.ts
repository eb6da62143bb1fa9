import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Shows a dialog over everything while it is mounted, by the browser's own means: what lies under it cannot be reached,
 * it lies over full screens too, and when it goes the focus returns to where it was.
 * @param onClose the user wants it closed; unmount it then
 */
export function useModalDialog(onClose: () => void): RefObject<HTMLDialogElement> {
  const ref = useRef<HTMLDialogElement>(null);
  // Closed before it leaves the page: the focus returns only from a dialog that is closed, not from one that vanished.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  // Let go of with the dialog: a browser tells of the closing above only later, when another dialog may be open already.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.addEventListener('close', onClose);
    return () => dialog?.removeEventListener('close', onClose);
  }, [onClose]);
  return ref;
}
