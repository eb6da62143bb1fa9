import { Heading } from '@twilio-paste/core/heading';
import { styled } from '@twilio-paste/core/styling-library';
import * as React from 'react';
import { QuietButton } from '../../dashboard/QuietButton';
import { useStrings } from '../../strings/StringsContext';
import { EditorDialog } from '../dialog/EditorDialog';
import { Fields } from '../dialog/Fields';
import { PrimaryButton } from '../dialog/PrimaryButton';
import type { EditingModel } from './EditingModel';

export interface SectionHeadingProps {
  readonly name: string;
  readonly model: EditingModel;
}

/** A section's name, and the dialog in which it gets another or is taken away; its tiles are kept either way. */
export function SectionHeading({ name, model }: SectionHeadingProps): React.ReactElement {
  const { text } = useStrings();
  const [isOpen, setOpen] = React.useState(false);
  const [wanted, setWanted] = React.useState(name);
  const close = React.useCallback(() => setOpen(false), []);
  const rename = (event: React.FormEvent): void => {
    event.preventDefault();
    close();
    model.do({ type: 'rename-section', from: name, to: wanted });
  };
  return (
    <Row>
      <Heading as="h2" variant="heading40" marginBottom="space0">
        {name}
      </Heading>
      <QuietButton
        type="button"
        aria-label={text('EditRenameOf', { name })}
        aria-haspopup="dialog"
        onClick={() => {
          setWanted(name);
          setOpen(true);
        }}
      >
        {text('EditRename')}
      </QuietButton>
      {isOpen ? (
        <EditorDialog title={text('EditSection', { name })} onClose={close}>
          <form onSubmit={rename}>
            <Fields>
              <label>
                {text('EditSectionName')}
                <input value={wanted} onChange={(event) => setWanted(event.target.value)} />
              </label>
            </Fields>
            <Buttons>
              <PrimaryButton type="submit" disabled={wanted.trim() === ''}>
                {text('EditRename')}
              </PrimaryButton>
              <QuietButton
                type="button"
                onClick={() => {
                  close();
                  model.do({ type: 'remove-section', section: name });
                }}
              >
                {text('EditRemoveSection')}
              </QuietButton>
            </Buttons>
          </form>
        </EditorDialog>
      ) : null}
    </Row>
  );
}

const Row = styled.div`
  display: flex;
  align-items: center;
  gap: 0.75rem;
  margin-bottom: 0.75rem;
`;

const Buttons = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 0.75rem;
  margin-top: 1rem;
`;
