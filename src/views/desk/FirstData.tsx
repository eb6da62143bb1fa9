import * as React from 'react';
import { Callout } from '../../paste/Callout';
import type { ReadableStore } from '../../model/store/Store';
import { useStrings } from '../../strings/StringsContext';
import type { BoardStatus } from '../board/boardState';
import { useSelected } from '../board/useSelected';

export interface FirstDataProps {
  readonly status: ReadableStore<BoardStatus>;
  /** Name of the Sync document, for messages. */
  readonly dataDocument: string;
}

const statusOfData = ({ data }: BoardStatus): string => data.status;

/** Before the first data, what brings it. */
export function FirstData({ status, dataDocument }: FirstDataProps): React.ReactElement | null {
  const { text } = useStrings();
  const data = useSelected(status, statusOfData);
  if (data !== 'missing' && data !== 'empty') return null;
  return (
    <Callout variant="neutral" iconLabel={text('BannerNeutral')} title={text('NoDataYet')}>
      {text(data === 'missing' ? 'NoDataCause' : 'EmptyDataCause', { document: dataDocument })}
    </Callout>
  );
}
