import * as React from 'react';
import { styled } from '../paste/styling';
import { useStrings } from '../strings/StringsContext';
import { DialogFrame } from './DialogFrame';
import { ErrorBoundary, type Failure } from './ErrorBoundary';
import { FailedRegion } from './FailedRegion';
import { Button } from './Button';
import { useModalDialog } from './useModalDialog';

export interface DialogBoundaryProps {
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}

/** Around a dialog: when it fails, a dialog that says so and can be closed lies in its place, and what lies under it lives. */
export function DialogBoundary({ onClose, children }: DialogBoundaryProps): React.ReactElement {
  return (
    <ErrorBoundary fallback={(failure) => <FailedDialog {...failure} onClose={onClose} />}>
      {children}
    </ErrorBoundary>
  );
}

function FailedDialog({ onClose, ...failure }: Failure & { onClose: () => void }): React.ReactElement {
  const { text } = useStrings();
  const dialog = useModalDialog(onClose);
  return (
    <Dialog ref={dialog} aria-label={text('FailedTitle')}>
      <FailedRegion {...failure}>
        <Button type="button" onClick={onClose}>
          {text('Close')}
        </Button>
      </FailedRegion>
    </Dialog>
  );
}

const Dialog = styled(DialogFrame)`
  width: min(36rem, 92vw);
  padding: 1rem;
`;
