import { Callout as PasteCallout, CalloutHeading, CalloutText } from '@twilio-paste/core/callout';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { Heading } from '@twilio-paste/core/heading';
import { ScreenReaderOnly as PasteScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import { SkeletonLoader as PasteSkeletonLoader } from '@twilio-paste/core/skeleton-loader';
import { render } from '@testing-library/react';
import * as React from 'react';
import { Callout, type CalloutVariant } from './Callout';
import { MessageHeading, PageHeading, SectionHeading } from './Heading';
import { PasteProvider, type PasteOverrides } from './PasteProvider';
import { ScreenReaderOnly } from './ScreenReaderOnly';
import { SkeletonLoader } from './SkeletonLoader';
import { styled, themeGet } from './styling';

/** What the sheets of the page say of an element; not that it has what it would have anyway. */
function looksOf(element: Element): Readonly<Record<string, string>> {
  const computed = getComputedStyle(element);
  // Four equal margins are one.
  const valueOf = (name: string): string => computed.getPropertyValue(name).replace(/^(\S+)( \1){3}$/, '$1');
  const looks = Array.from(computed, (name) => [name, valueOf(name)] as const);
  return Object.fromEntries(
    looks.filter(([name, value]) => value.toLowerCase() !== 'currentcolor' && !name.startsWith('-')),
  );
}

/** What is seen of a tree, from the provider down: of each element that has words, these and its looks. */
function treeOf(element: React.ReactElement): readonly unknown[] {
  const { container, unmount } = render(element);
  const elements = [...container.querySelectorAll('*')].filter((part) => part.textContent !== '');
  const tree = elements.map((part) => [part.tagName, part.textContent, looksOf(part)]);
  unmount();
  return tree;
}

const callout = (
  variant: CalloutVariant,
  label: string,
): [string, React.ReactElement, React.ReactElement] => [
  `a callout: ${variant}`,
  <Callout key="" variant={variant} iconLabel={label} title="Title">
    Text
  </Callout>,
  <PasteCallout key="" variant={variant}>
    <CalloutHeading as="h2">Title</CalloutHeading>
    <CalloutText>Text</CalloutText>
  </PasteCallout>,
];

const pairs: readonly [string, React.ReactElement, React.ReactElement][] = [
  ['text', <i key="">a</i>, <i key="">a</i>],
  [
    'the heading of the page',
    <PageHeading key="">a</PageHeading>,
    <Heading key="" as="h1" variant="heading20" marginBottom="space0">
      a
    </Heading>,
  ],
  [
    'the heading of a message',
    <MessageHeading key="">a</MessageHeading>,
    <Heading key="" as="h2" variant="heading30" marginBottom="space0">
      a
    </Heading>,
  ],
  [
    'the heading of a section',
    <SectionHeading key="">a</SectionHeading>,
    <Heading key="" as="h2" variant="heading40" marginBottom="space0">
      a
    </Heading>,
  ],
  [
    'what is only read out',
    <ScreenReaderOnly key="">a</ScreenReaderOnly>,
    <PasteScreenReaderOnly key="">a</PasteScreenReaderOnly>,
  ],
  callout('error', '(error)'),
  callout('warning', '(warning)'),
  callout('neutral', '(information)'),
];

const custom: PasteOverrides = {
  textColors: { colorText: 'rgb(1, 2, 3)', colorTextErrorStrong: 'rgb(4, 5, 6)' },
  backgroundColors: { colorBackgroundNeutralWeakest: 'rgb(7, 8, 9)' },
  fontSizes: { fontSize70: '3rem' },
};

describe.each([
  ['light', false, undefined],
  ['dark', true, undefined],
  ['custom light', false, custom],
  ['custom dark', true, custom],
])('in the %s theme', (_, isDark, overrides) => {
  it.each(pairs)('%s looks as Paste’s own', (_name, ours, pastes) => {
    const inOurs = treeOf(
      <PasteProvider isDark={isDark} overrides={overrides}>
        {ours}
      </PasteProvider>,
    );
    const inPastes = treeOf(
      <CustomizationProvider baseTheme={isDark ? 'dark' : 'default'} theme={overrides as object}>
        {pastes}
      </CustomizationProvider>,
    );
    expect(inOurs).toEqual(inPastes);
  });
});

describe('SkeletonLoader', () => {
  it('is busy, to those who do not see it, and as grey as Paste’s', () => {
    const { container: ours } = render(
      <PasteProvider isDark={false}>
        <SkeletonLoader height="132px" />
      </PasteProvider>,
    );
    const { container: pastes } = render(
      <CustomizationProvider baseTheme="default">
        <PasteSkeletonLoader height="132px" borderRadius="borderRadius30" />
      </CustomizationProvider>,
    );
    const [our, paste] = [ours, pastes].map((container) => container.querySelector('[aria-busy="true"]'));
    expect(our && looksOf(our)).toEqual(paste && looksOf(paste));
  });
});

describe('themeGet', () => {
  it('gives the light theme where there is no provider, as around an error of the view', () => {
    const Text = styled('p')`
      color: ${themeGet('textColors.colorTextError')};
    `;
    const { container } = render(<Text />);
    expect(getComputedStyle(container.querySelector('p') as Element).color).toBe('rgb(214, 31, 31)');
  });
});
