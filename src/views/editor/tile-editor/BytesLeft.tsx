import * as React from 'react';
import { styled, themeGet } from '../../../paste/styling';
import { mostBytes } from '../../../schema/defaults';
import { useStrings } from '../../../strings/StringsContext';
import { homeOf, type BoardDocuments } from '../../../model/board/BoardDocuments';
import { documentSizes } from '../../../model/board/documentSizes';

export interface BytesLeftProps {
  readonly documents: BoardDocuments;
  /** Key of the metric whose document it is about. */
  readonly metric: string;
}

/** How full the document is that a metric lies in, once it is nearly full. */
export function BytesLeft({ documents, metric }: BytesLeftProps): React.ReactElement | null {
  const { text, locale } = useStrings();
  const size = documentSizes(documents).find(({ name }) => name === homeOf(documents, metric)?.name);
  if (!size || size.bytesLeft > nearlyFull) return null;
  const label = text('WorkbenchBytes', { bytes: size.bytesLeft.toLocaleString(locale), document: size.name });
  return (
    <Left>
      <span>{label}</span>
      <meter min={0} max={mostBytes} high={0.9 * mostBytes} value={size.bytes} aria-label={label} />
    </Left>
  );
}

const nearlyFull = 0.1 * mostBytes;

const Left = styled('div')`
  display: flex;
  gap: 0.5rem;
  align-items: center;
  margin-left: auto;
  font-size: 0.8125rem;
  color: ${themeGet('textColors.colorTextWeak')};
`;
