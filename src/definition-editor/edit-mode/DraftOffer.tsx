import * as React from 'react';
import { QuietButton } from '../../dashboard/QuietButton';
import { useObservable } from '../../dashboard/useObservable';
import { styled, themeGet } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';
import type { EditingModel } from './EditingModel';

/** Work that was not saved when the page went last time: somebody decides whether it comes back. */
export function DraftOffer({ model }: { readonly model: EditingModel }): React.ReactElement | null {
  const { text, locale } = useStrings();
  const draft = useObservable(model.draft);
  if (!draft) return null;
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
    draft.keptAt,
  );
  return (
    <Offer role="status">
      <p>{text('DraftFound', { time })}</p>
      <QuietButton type="button" onClick={model.restoreDraft}>
        {text('DraftRestore')}
      </QuietButton>
      <QuietButton type="button" onClick={model.discardDraft}>
        {text('DraftDiscard')}
      </QuietButton>
    </Offer>
  );
}

const Offer = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.5rem 0.75rem;
  padding: 0.75rem 1rem;
  font: 400 0.875rem/1.25rem ${themeGet('fonts.fontFamilyText')};
  color: ${themeGet('textColors.colorText')};
  background: ${themeGet('backgroundColors.colorBackgroundBody')};
  border: 1px solid ${themeGet('borderColors.colorBorderPrimary')};
  border-radius: 8px;
  p {
    flex: 1 1 16rem;
    margin: 0;
  }
`;
