import * as React from 'react';
import { ScreenReaderOnly } from '../../../paste/ScreenReaderOnly';
import { useStrings } from '../../../strings/StringsContext';
import type { EditingModel } from '../editing/EditingModel';
import { describeStep } from './describeStep';

/**
 * Says what was done to the board, however it was done, once whoever did it has heard the rest. While a dialog is open only
 * what stands in the dialog is heard, so that a dialog in which the board changes has one of its own.
 */
export function EditAnnouncer({ model }: { model: EditingModel }): React.ReactElement {
  const strings = useStrings();
  const [said, say] = React.useState('');
  React.useEffect(() => {
    let before = model.session;
    return model.state.subscribe(() => {
      const after = model.session;
      const words = describeStep(before, after, strings);
      before = after;
      if (words !== undefined) say(words);
    });
  }, [model, strings]);
  return (
    <ScreenReaderOnly>
      <span aria-live="polite" data-edit-said="">
        {said}
      </span>
    </ScreenReaderOnly>
  );
}
