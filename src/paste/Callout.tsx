import * as React from 'react';
import { ScreenReaderOnly } from './ScreenReaderOnly';
import { styled, themeGet } from './styling';

export type CalloutVariant = 'error' | 'warning' | 'neutral';

export interface CalloutProps {
  readonly variant: CalloutVariant;
  /** What the icon says, for those who do not see it. */
  readonly iconLabel: string;
  readonly title: string;
  readonly children: React.ReactNode;
}

/** A message in the flow of the page that asks for attention. */
export function Callout({ variant, iconLabel, title, children }: CalloutProps): React.ReactElement {
  const Frame = frames[variant];
  return (
    <Frame>
      <Icon>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path fill="currentColor" fillRule="evenodd" d={icons[variant]} />
        </svg>
        <ScreenReaderOnly>{iconLabel}</ScreenReaderOnly>
      </Icon>
      <Message>
        <h2>{title}</h2>
        <p>{children}</p>
      </Message>
    </Frame>
  );
}

const circle = (x: number, y: number, radius: number): string =>
  `M${x} ${y - radius}a${radius} ${radius} 0 1 0 0 ${2 * radius}a${radius} ${radius} 0 1 0 0 ${-2 * radius}Z`;

/** A tapered bar over a dot, from `top` down. */
const exclamation = (top: number): string =>
  `M9 ${top + 1}a1 1 0 0 1 2 0l-.45 2.45a.56 .56 0 0 1 -1.1 0Z${circle(10, top + 6, 1)}`;

/** A square on its corner, a triangle and a circle, the signs cut out of them. */
const icons: Readonly<Record<CalloutVariant, string>> = {
  error: `M11.25 2.5l6.25 6.25a1.77 1.77 0 0 1 0 2.5l-6.25 6.25a1.77 1.77 0 0 1 -2.5 0l-6.25 -6.25a1.77 1.77 0 0 1 0 -2.5l6.25 -6.25a1.77 1.77 0 0 1 2.5 0Z${exclamation(7)}`,
  warning: `M11.3 3.75l6.5 11.05a1.5 1.5 0 0 1 -1.3 2.2h-13a1.5 1.5 0 0 1 -1.3 -2.2l6.5 -11.05a1.5 1.5 0 0 1 2.6 0Z${exclamation(8)}`,
  neutral: `${circle(10, 10, 8)}M9 10a1 1 0 0 1 2 0v3a1 1 0 0 1 -2 0Z${circle(10, 7, 1)}`,
};

const frame = (background: ReturnType<typeof themeGet>, text: ReturnType<typeof themeGet>) => styled('div')`
  display: flex;
  padding: ${themeGet('space.space70')};
  border-radius: ${themeGet('radii.borderRadius20')};
  background-color: ${background};
  color: ${text};
`;

const frames = {
  error: frame(
    themeGet('backgroundColors.colorBackgroundErrorWeakest'),
    themeGet('textColors.colorTextErrorStrong'),
  ),
  warning: frame(
    themeGet('backgroundColors.colorBackgroundWarningWeakest'),
    themeGet('textColors.colorTextWarningStrong'),
  ),
  neutral: frame(
    themeGet('backgroundColors.colorBackgroundNeutralWeakest'),
    themeGet('textColors.colorTextNeutral'),
  ),
};

const Icon = styled('div')`
  margin-right: ${themeGet('space.space40')};
  padding-top: ${themeGet('space.space10')};
  > svg {
    display: block;
    width: 1.25rem;
    height: 1.25rem;
  }
`;

const Message = styled('div')`
  display: flex;
  flex: 1;
  flex-direction: column;
  row-gap: ${themeGet('space.space30')};
  > * {
    margin: 0;
    padding: 0;
    font-size: ${themeGet('fontSizes.fontSize30')};
    line-height: ${themeGet('lineHeights.lineHeight40')};
  }
`;
