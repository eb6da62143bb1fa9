import { render } from '@testing-library/react';
import * as React from 'react';
import { PasteProvider } from './PasteProvider';
import { css, styled, themeGet } from './styling';
import { darkTheme, lightTheme } from './themes';

const Plain = styled('p')`
  color: red;
  margin: 1px;
  &:hover > i,
  .fits & b {
    color: green;
  }
`;

/** The rules of the page in which a class of the element stands. */
function rulesOf(element: Element): readonly string[] {
  const [own = ''] = element.classList;
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return rules.map(({ cssText }) => cssText.split(own).join('own')).filter((rule) => rule.includes('.own'));
}

const drawn = (element: React.ReactElement): Element =>
  render(element).container.firstElementChild as Element;

describe('styled', () => {
  it('reads nested rules as browsers without nesting do, and writes them once', () => {
    const [first, second] = [drawn(<Plain />), drawn(<Plain />)];
    expect(rulesOf(first)).toEqual([
      '.own {color: red; margin: 1px;}',
      '.own:hover>i,.fits .own b {color: green;}',
    ]);
    expect(second.className).toBe(first.className);
  });

  it('puts the styles of an element after those of the one that it is made of', () => {
    const Wide = styled(Plain)`
      margin: 2px;
    `;
    // The one that it is made of may well be drawn later.
    const [wide, plain] = [drawn(<Wide />), drawn(<Plain />)];
    expect([wide, plain].map((element) => getComputedStyle(element).margin)).toEqual(['2px', '1px']);
    expect([wide.tagName, getComputedStyle(wide).color]).toEqual(['P', 'red']);
  });

  it('leaves out a rule that the browser cannot read, and nothing else', () => {
    const Odd = styled('p')`
      color: red;
      &:hover {
        color: green;
      }
      @container odd (width > 1px) {
        & > i {
          color: blue;
        }
      }
      &:focus {
        color: black;
      }
    `;
    const rules = rulesOf(drawn(<Odd />));
    expect(rules).toContain('.own {color: red;}');
    expect(rules).toContain('.own:focus {color: black;}');
  });

  it('takes a list, a part with values of the theme, and nothing where there is nothing', () => {
    const part = css`
      color: ${themeGet('textColors.colorTextError')};
    `;
    const Mixed = styled('p')`
      ${part}
      ${['margin: 1px;', 'padding: 2px;']}
      ${undefined}
      ${false}
    `;
    const [light] = rulesOf(drawn(<Mixed />));
    expect(light).toBe(`.own {color: ${lightTheme.textColors.colorTextError}; margin: 1px; padding: 2px;}`);
    const { container } = render(
      <PasteProvider isDark>
        <Mixed />
      </PasteProvider>,
    );
    const [dark] = rulesOf(container.querySelector('p') as Element);
    expect(dark).toBe(`.own {color: ${darkTheme.textColors.colorTextError}; margin: 1px; padding: 2px;}`);
  });

  it('hands on refs, attributes and the class that it is given', () => {
    const ref = React.createRef<HTMLParagraphElement>();
    const element = drawn(<Plain ref={ref} className="given" title="Title" />);
    expect(ref.current).toBe(element);
    expect(element).toHaveAttribute('title', 'Title');
    expect(element).toHaveClass('given');
  });
});
