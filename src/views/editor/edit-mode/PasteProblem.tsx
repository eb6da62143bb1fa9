import * as React from 'react';
import { Button } from '../../../ui/Button';
import { useStrings } from '../../../strings/StringsContext';
import { EditBar } from './EditBar';

export interface PasteProblemProps {
  /** Undefined while there is nothing to say. */
  readonly problem: string | undefined;
  readonly onHide: () => void;
}

/** Why a paste gave fewer tiles than somebody expects. */
export function PasteProblem({ problem, onHide }: PasteProblemProps): React.ReactElement {
  const { text } = useStrings();
  return (
    <div role="status" data-paste-problem="">
      {problem === undefined ? null : (
        <EditBar>
          <p dir="auto">{problem}</p>
          <Button type="button" onClick={onHide}>
            {text('HideNotice')}
          </Button>
        </EditBar>
      )}
    </div>
  );
}
