import * as React from 'react';

/**
 * Shows a dialog over everything while it is mounted, by the browser's own means: what lies under it cannot be reached,
 * it lies over full screens too, and when it goes the focus returns to where it was.
 * @param onClose the user wants it closed; unmount it then
 */
export function useModalDialog(onClose: () => void): React.RefObject<HTMLDialogElement> {
  const ref = React.useRef<HTMLDialogElement>(null);
  // Closed before it leaves the page: the focus returns only from a dialog that is closed, not from one that vanished.
  React.useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  // Escape is told of by `cancel`, before the browser closes the dialog, and by `close` some time after: whoever presses Enter
  // in between would press it on a page that believes the dialog to be open. Other ways to close it tell only of `close`.
  // Both are let go of with the dialog, as another one may be open when the browser tells of this one's closing.
  React.useLayoutEffect(() => {
    const dialog = ref.current;
    // A field in the dialog may be cancelled too, as the choice of a file is.
    const onCancel = ({ target }: Event): void => void (target === dialog && onClose());
    dialog?.addEventListener('cancel', onCancel);
    dialog?.addEventListener('close', onClose);
    return () => {
      dialog?.removeEventListener('cancel', onCancel);
      dialog?.removeEventListener('close', onClose);
    };
  }, [onClose]);
  return ref;
}
