import * as React from 'react';
import { Button } from '../../../ui/Button';
import type { Strings } from '../../../strings/Strings';
import { useStrings } from '../../../strings/StringsContext';
import { EditorDialog } from '../dialog/EditorDialog';
import { PrimaryButton } from '../dialog/PrimaryButton';
import { tileProblemInWords } from '../import-export/inWords';
import { isInTheWay, type SaveProblem } from './saveProblems';

export interface SaveDialogProps {
  readonly problems: readonly SaveProblem[];
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** What is wrong with what is to be saved. Nothing that is certainly wrong can be saved; the rest is the user's to decide. */
export function SaveDialog({ problems, onSave, onClose }: SaveDialogProps): React.ReactElement {
  const strings = useStrings();
  const { text } = strings;
  const inTheWay = problems.filter(isInTheWay);
  const others = problems.filter((problem) => !isInTheWay(problem));
  return (
    <EditorDialog
      title={text(inTheWay.length > 0 ? 'EditCannotSave' : 'EditCheckFirst')}
      onClose={onClose}
      foot={
        <>
          <PrimaryButton type="button" onClick={onClose}>
            {text('EditGoBack')}
          </PrimaryButton>
          {inTheWay.length > 0 ? null : (
            <Button type="button" onClick={onSave}>
              {text('EditSaveAnyway')}
            </Button>
          )}
        </>
      }
    >
      {inTheWay.length > 0 ? (
        <>
          <p>{text('EditCannotSaveCause')}</p>
          <ProblemList problems={inTheWay} />
        </>
      ) : null}
      {others.length > 0 ? (
        <>
          <p>{text('EditCheckFirstCause')}</p>
          <ProblemList problems={others} />
        </>
      ) : null}
    </EditorDialog>
  );
}

function ProblemList({ problems }: { problems: readonly SaveProblem[] }): React.ReactElement {
  const strings = useStrings();
  const lines = problems.map((problem) => inWords(problem, strings));
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function inWords(problem: SaveProblem, strings: Strings): string {
  const { text, locale } = strings;
  if (problem.kind === 'too-large') {
    const { document, bytesOver, largest } = problem;
    const advice =
      largest.length > 0
        ? text('EditTooLargeTiles', { labels: largest.join(', ') })
        : text(problem.isBoard ? 'EditTooLargeBoard' : 'EditTooLargeSettings');
    return `${text('EditTooLarge', { document, bytes: bytesOver.toLocaleString(locale) })} ${advice}`;
  }
  return tileProblemInWords(problem, strings);
}
