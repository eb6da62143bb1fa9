import * as React from 'react';
import { StateIcon } from '../../../visuals/StateIcon';
import { resolveStyle } from '../../../visuals/styleColours';
import { describeReading } from '../../../visuals/describeReading';
import { useColourTokens } from '../../../visuals/useColourTokens';
import type { Reading } from '../../../model/metric/Reading';
import { styled, themeGet } from '../../../paste/styling';
import { useStrings } from '../../../strings/StringsContext';

/** A reading in the small: its value, and its state by shape, word and colour. What is wrong with it is said beside it. */
export function ReadingFace({ reading }: { readonly reading: Reading }): React.ReactElement {
  const { text, unit, word, state } = describeReading(reading, useStrings());
  const colours = useColourTokens();
  const isJudged = reading.status === 'value' && reading.freshness.status === 'fresh';
  const style = isJudged ? resolveStyle(reading.style, colours).style : undefined;
  return (
    <Face>
      <strong
        translate="no"
        style={style && { color: style.valueColour, backgroundColor: style.backgroundColour }}
        data-strong={style?.backgroundColour ? '' : undefined}
      >
        {unit ? `${text} ${unit}` : text}
      </strong>
      {word ? (
        <span>
          <StateIcon state={state} />
          <span>{` ${word}`}</span>
        </span>
      ) : null}
    </Face>
  );
}

/** Phrasing content alone: it stands in buttons. */
const Face = styled('span')`
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: 0 0.625rem;
  min-height: 2rem;
  strong {
    font-size: 1.375rem;
    font-weight: 700;
    line-height: 1.45;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  [data-strong] {
    padding: 0 0.375rem;
    border-radius: 4px;
  }
  span {
    color: ${themeGet('textColors.colorTextWeak')};
    font-size: 0.875rem;
  }
  svg {
    width: 1em;
    height: 1em;
    vertical-align: -0.125em;
  }
`;
