import * as React from 'react';
import { DialogBoundary } from '../../../ui/DialogBoundary';
import { Button } from '../../../ui/Button';
import { sectionsOf, tilesOf } from '../../../model/board/Board';
import { SectionHeading as Heading } from '../../../paste/Heading';
import { styled } from '../../../paste/styling';
import { useStrings } from '../../../strings/StringsContext';
import type { InsertionPoint } from './InsertionPoint';
import type { EditingModel } from '../editing/EditingModel';
import { SectionDialog } from './SectionDialog';
import { goToTile } from './tileElements';

export interface SectionHeadingProps {
  readonly name: string;
  readonly model: EditingModel;
  readonly spot: InsertionPoint;
}

/** A section's name, its place among the sections, and the dialog in which it is renamed or taken away; its tiles are kept. */
export function SectionHeading({ name, model, spot }: SectionHeadingProps): React.ReactElement {
  const { text } = useStrings();
  const [isOpen, setOpen] = React.useState(false);
  const close = React.useCallback(() => setOpen(false), []);
  const names = sectionsOf(model.session.current);
  const index = names.indexOf(name);
  const isFirst = index === 0;
  const isLast = index === names.length - 1;

  const move = (direction: 'up' | 'down'): void => {
    // A button that can do no more loses the focus, which then belongs to the other one.
    spot.wanted = (area) =>
      buttonsOf(area, name, `[data-move="${direction}"]:enabled`) ??
      buttonsOf(area, name, '[data-move]:enabled');
    model.do({
      type: 'move-section',
      section: name,
      before: direction === 'up' ? names[index - 1] : names[index + 2],
    });
  };
  const rename = (to: string): void => {
    spot.wanted = (area) => buttonsOf(area, to, '[data-rename]');
    model.do({ type: 'rename-section', from: name, to });
  };
  const remove = (): void => {
    const [first] = tilesOf(model.session.current, name);
    if (first !== undefined) goToTile(spot, first);
    model.do({ type: 'remove-section', section: name });
  };
  return (
    <>
      <Row>
        <Heading>
          <span dir="auto">{name}</span>
        </Heading>
        <Button
          type="button"
          aria-label={text('EditRenameOf', { name })}
          aria-haspopup="dialog"
          data-rename=""
          onClick={() => setOpen(true)}
        >
          {text('EditRename')}
        </Button>
        <Button
          type="button"
          aria-label={text('EditSectionUp', { name })}
          data-move="up"
          disabled={isFirst}
          onClick={() => move('up')}
        >
          ↑
        </Button>
        <Button
          type="button"
          aria-label={text('EditSectionDown', { name })}
          data-move="down"
          disabled={isLast}
          onClick={() => move('down')}
        >
          ↓
        </Button>
      </Row>
      {isOpen ? (
        <DialogBoundary onClose={close}>
          <SectionDialog
            title={text('EditSection', { name })}
            name={name}
            action={text('EditRename')}
            onName={rename}
            onRemove={remove}
            onClose={close}
          />
        </DialogBoundary>
      ) : null}
    </>
  );
}

const buttonsOf = (area: HTMLElement, section: string, selector: string): HTMLElement | undefined =>
  area.querySelector<HTMLElement>(`[data-section="${CSS.escape(section)}"] ${selector}`) ?? undefined;

const Row = styled('div')`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.5rem;
  margin-bottom: 0.75rem;
  h2 {
    margin-right: 0.25rem;
  }
  button {
    padding: 0.125rem 0.5rem;
  }
`;
