import * as React from 'react';
import { Button } from '../../../ui/Button';
import { useStore } from '../../board/useStore';
import { useStrings } from '../../../strings/StringsContext';
import { changesBetween } from '../draft/changesOf';
import { EditBar } from './EditBar';
import type { EditingModel } from '../editing/EditingModel';

/** Work that was not saved when the page went last time: somebody decides whether it comes back. */
export function DraftOffer({ model }: { readonly model: EditingModel }): React.ReactElement | null {
  const { text, locale } = useStrings();
  const draft = useStore(model.draft);
  if (!draft) return null;
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
    draft.keptAt,
  );
  const count = changesBetween(draft.base, draft.current).length;
  return (
    <EditBar role="status">
      <p>{text('DraftFound', { count, time })}</p>
      <Button type="button" onClick={model.restoreDraft}>
        {text('DraftRestore')}
      </Button>
      <Button type="button" onClick={model.discardDraft}>
        {text('DraftDiscard')}
      </Button>
    </EditBar>
  );
}
