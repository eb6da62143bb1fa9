import * as React from 'react';
import { styled, themeGet } from '../paste/styling';
import { useStrings } from '../strings/StringsContext';
import type { BoardStatus } from './boardState';
import type { Observable } from '../model/Observable';
import { timeOfDay } from '../strings/timesInWords';
import { useObservable } from './useObservable';

export interface BoardFooterProps {
  readonly status: Observable<BoardStatus>;
  /** Of the plugin, as it is deployed. */
  readonly version: string;
}

/** At the foot of the board: when the data was collected, and which version of the plugin shows it. */
export function BoardFooter({ status, version }: BoardFooterProps): React.ReactElement {
  const strings = useStrings();
  const { collectedAt } = useObservable(status);
  return (
    <Footer>
      <span>
        {collectedAt === undefined
          ? strings.text('NoActivity')
          : strings.text('LastActivity', { time: timeOfDay(collectedAt, strings) })}
      </span>
      <span>{strings.text('About', { version })}</span>
    </Footer>
  );
}

const Footer = styled.footer`
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  column-gap: ${themeGet('space.space60')};
  margin-top: auto;
  color: ${themeGet('textColors.colorTextWeak')};
  font-size: ${themeGet('fontSizes.fontSize20')};
`;
