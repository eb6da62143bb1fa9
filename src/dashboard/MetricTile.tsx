import { styled, themeGet } from '@twilio-paste/core/styling-library';
import { Tooltip } from '@twilio-paste/core/tooltip';
import * as React from 'react';
import type { Reading } from '../metric/Reading';
import { StateIcon } from './StateIcon';
import { tileFace, type TileState } from './tileFace';

export interface MetricTileProps {
  readonly reading: Reading;
  /** Whether what the tile shows may be out of date. */
  readonly isStale: boolean;
  /** Paste token name to CSS colour. */
  readonly colours: ReadonlyMap<string, string>;
}

/** Draws a reading. It compares, parses and formats nothing. */
export const MetricTile = React.memo(function MetricTile({ reading, isStale, colours }: MetricTileProps) {
  const { text, state, word, context } = tileFace(reading);
  const style = reading.status === 'value' ? reading.style : undefined;
  const colour = (token: string | undefined, otherwise: string): string | undefined =>
    colours.get(token ?? otherwise) ?? colours.get(otherwise);
  const valueColour = colour(style?.valueColour, state === 'none' ? 'colorText' : 'colorTextWeak');
  const background = style?.backgroundColour ? colours.get(style.backgroundColour) : undefined;
  const labelColour = colour(style?.labelColour, 'colorTextWeak');

  const frame = (
    <Frame
      role="group"
      aria-label={[reading.label, text, word, context].filter(Boolean).join(', ')}
      data-metric={reading.key}
      data-state={state}
      tabIndex={state === 'broken' ? 0 : undefined}
      style={{
        background,
        borderLeftStyle: edges[state],
        borderLeftColor: background ? 'transparent' : edgeColour(state, valueColour),
        opacity: isStale ? 0.55 : undefined,
      }}
    >
      <Top style={{ color: labelColour }}>
        <Label>{reading.label}</Label>
        {word ? (
          <Word style={{ color: background ? labelColour : valueColour }}>
            <StateIcon state={state} knockout={background ?? colours.get('colorBackgroundBody')} />
            {word}
          </Word>
        ) : null}
      </Top>
      <Value style={{ color: valueColour }}>
        <Baseline isSmall={state === 'broken'}>
          <span style={{ fontSize: valueSize(text, state) }}>{text}</span>
        </Baseline>
      </Value>
      <Context style={{ color: labelColour, WebkitLineClamp: state === 'broken' ? 4 : 2 }}>
        {context ?? '\u00a0'}
      </Context>
    </Frame>
  );
  return <Cell>{state === 'broken' && context ? <Tooltip text={context}>{frame}</Tooltip> : frame}</Cell>;
});

const edges = {
  none: 'solid',
  success: 'solid',
  warning: 'double',
  error: 'solid',
  'no-answer': 'solid',
  'no-data': 'dotted',
  broken: 'dashed',
} as const satisfies Readonly<Record<TileState, string>>;

const edgeColour = (state: TileState, valueColour: string | undefined): string | undefined =>
  state === 'success' || state === 'warning' || state === 'error' ? valueColour : undefined;

/** As large as the tile is wide, so that a longer text shrinks and no column grows. An error is read, not glanced at: it stays small. */
function valueSize(text: string, state: TileState): string {
  const fits = `${Math.floor(82 / textWidth(text))}cqw`;
  return state === 'broken' ? `min(${fits}, 12cqw)` : `min(${fits}, 22cqw)`;
}

/** Roughly, in em: Inter's bold digits and letters are 0.68 wide, marks half as wide. */
const textWidth = (text: string): number =>
  [...text].reduce((width, character) => width + (':.,·- '.includes(character) ? 0.34 : 0.68), 0);

/** What the sizes inside are measured against: 1cqw is a hundredth of its width. */
const Cell = styled.div`
  container-type: inline-size;
  height: 100%;
`;

const Frame = styled.div`
  display: flex;
  flex-direction: column;
  height: 100%;
  min-height: max(8.25rem, 60cqw);
  box-sizing: border-box;
  padding: 0.75rem 1rem 0.75rem 0.875rem;
  border: 1px solid ${themeGet('borderColors.colorBorderWeaker')};
  border-left: 6px solid ${themeGet('borderColors.colorBorderWeak')};
  border-radius: 8px;
  background: ${themeGet('backgroundColors.colorBackgroundBody')};
  font-family: ${themeGet('fonts.fontFamilyText')};
  &:focus-visible {
    outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
    outline-offset: 2px;
  }
`;

const Top = styled.div`
  display: flex;
  justify-content: space-between;
  align-items: flex-start;
  gap: 0.5rem;
  min-height: 2.5em;
  font-size: max(0.9375rem, 5.2cqw);
  line-height: 1.25;
`;

const Label = styled.div`
  overflow-wrap: anywhere;
`;

const Word = styled.div`
  display: flex;
  align-items: center;
  gap: 0.25rem;
  flex-shrink: 0;
  font-size: 0.875em;
  font-weight: 600;
`;

const Value = styled.div`
  flex: 1 0 auto;
  display: flex;
  align-items: flex-end;
  font-weight: 700;
  font-variant-numeric: tabular-nums;
  line-height: 1;
  white-space: nowrap;
`;

/** Puts texts of every size on one line: the eye reads numbers across a row. */
const Baseline = styled.span<{ isSmall: boolean }>`
  &::before {
    content: '\\200b';
    font-size: ${({ isSmall }) => (isSmall ? '12cqw' : '22cqw')};
  }
`;

const Context = styled.div`
  margin-top: 0.375rem;
  font-size: max(0.8125rem, 4.4cqw);
  line-height: 1.35;
  overflow-wrap: anywhere;
  display: -webkit-box;
  -webkit-box-orient: vertical;
  overflow: hidden;
`;
