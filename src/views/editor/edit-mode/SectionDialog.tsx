import * as React from 'react';
import { Button } from '../../../ui/Button';
import { styled } from '../../../paste/styling';
import { useStrings } from '../../../strings/StringsContext';
import { EditorDialog } from '../dialog/EditorDialog';
import { Fields } from '../dialog/Fields';
import { PrimaryButton } from '../dialog/PrimaryButton';

export interface SectionDialogProps {
  readonly title: string;
  /** Name of the section; empty for one that is to be made. */
  readonly name: string;
  /** What the button says that takes the name. */
  readonly action: string;
  readonly onName: (name: string) => void;
  /** Takes the section away; left out where there is none yet. */
  readonly onRemove?: () => void;
  readonly onClose: () => void;
}

/** Asks for the name of a section. */
export function SectionDialog({
  title,
  name,
  action,
  onName,
  onRemove,
  onClose,
}: SectionDialogProps): React.ReactElement {
  const { text } = useStrings();
  const [wanted, setWanted] = React.useState(name);
  const field = React.useRef<HTMLInputElement>(null);
  React.useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const take = (event: React.FormEvent): void => {
    event.preventDefault();
    onClose();
    onName(wanted.trim());
  };
  return (
    <EditorDialog title={title} size="question" onClose={onClose}>
      <form onSubmit={take}>
        <Fields>
          <label>
            {text('EditSectionName')}
            <input
              ref={field}
              dir="auto"
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
            />
          </label>
        </Fields>
        <Buttons>
          <PrimaryButton type="submit" disabled={wanted.trim() === ''}>
            {action}
          </PrimaryButton>
          {onRemove ? (
            <Button
              type="button"
              onClick={() => {
                onClose();
                onRemove();
              }}
            >
              {text('EditRemoveSection')}
            </Button>
          ) : null}
        </Buttons>
      </form>
    </EditorDialog>
  );
}

const Buttons = styled('div')`
  display: flex;
  flex-wrap: wrap;
  gap: 0.75rem;
  margin-top: 1rem;
`;
