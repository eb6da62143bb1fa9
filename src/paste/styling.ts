import * as React from 'react';
import { compile, stringify } from 'stylis';
import { lightTheme, type PasteTheme } from './themes';

type Path = { [Group in keyof PasteTheme]: `${Group}.${keyof PasteTheme[Group] & string}` }[keyof PasteTheme];

interface Themed {
  readonly theme: PasteTheme;
}

/** What may stand in a template; what is false or undefined stands for nothing. */
type Piece = string | number | false | undefined | readonly Piece[] | ((props: Themed) => Piece);

/** An element of HTML with styles. Others can be made of it, whose styles come after its own. */
type Styled<Props> = React.ForwardRefExoticComponent<Props> & {
  readonly tag: string;
  readonly styles: Piece;
};

/** The theme in use; the light one where there is none, as around what tells of an error of the theme itself. */
export const ThemeContext = React.createContext(lightTheme);

/** CSS to be put into the template of a `styled` element. */
export const css = (strings: TemplateStringsArray, ...values: readonly Piece[]): Piece =>
  strings.map((text, index) => [text, values[index]]);

/** For a `styled` template: the value that the theme in use has for a token, such as `textColors.colorText`. */
export function themeGet(path: Path): (props: Themed) => string | number {
  const [group, name] = path.split('.') as [keyof PasteTheme, string];
  return ({ theme }) => theme[group][name as never];
}

/** The CSS of a template in a theme. */
export function cssText(piece: Piece, theme: PasteTheme): string {
  if (typeof piece === 'function') return cssText(piece({ theme }), theme);
  if (typeof piece === 'object') return piece.map((part) => cssText(part, theme)).join('');
  return piece === undefined || piece === false ? '' : String(piece);
}

type Template<Props> = (strings: TemplateStringsArray, ...values: readonly Piece[]) => Styled<Props>;

/** Makes an element with styles, of a tag or of another such element: styled('div')`color: red;`. They know the theme, no other props. */
export function styled<Tag extends keyof React.JSX.IntrinsicElements>(
  tag: Tag,
): Template<React.JSX.IntrinsicElements[Tag]>;
export function styled<Props>(base: Styled<Props>): Template<Props>;
export function styled(base: string | Styled<object>): Template<object> {
  const { tag, styles: inherited } = typeof base === 'string' ? { tag: base, styles: '' } : base;
  return (strings, ...values) => {
    const styles = [inherited, css(strings, ...values)];
    const classes = new WeakMap<PasteTheme, string>();
    const Element = React.forwardRef<unknown, { className?: string }>(({ className, ...props }, ref) => {
      const theme = React.useContext(ThemeContext);
      let name = classes.get(theme);
      if (name === undefined) classes.set(theme, (name = classOf(cssText(styles, theme))));
      return React.createElement(tag, {
        ...props,
        ref,
        className: className ? `${name} ${className}` : name,
      });
    });
    return Object.assign(Element, { tag, styles });
  };
}

/** A rule that this browser cannot read is left out, as one in a file of styles would be. */
function addRule(sheet: CSSStyleSheet | null | undefined, rule: string): void {
  try {
    sheet?.insertRule(rule, sheet.cssRules.length);
  } catch {
    // Nothing but that rule is missing.
  }
}

const classByText = new Map<string, string>();
let sheet: CSSStyleSheet | null | undefined;

/** The name of a class with these styles, which it gives to the page when they are first asked for. */
function classOf(text: string): string {
  const known = classByText.get(text);
  if (known !== undefined) return known;
  const name = `realtime-${classByText.size}`;
  classByText.set(text, name);
  sheet ??= document.head.appendChild(document.createElement('style')).sheet;
  compile(`.${name}{${text}}`).forEach((element, index, all) => {
    const rule = stringify(element, index, all, stringify);
    if (rule) addRule(sheet, rule);
  });
  return name;
}
