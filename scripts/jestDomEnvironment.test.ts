/** The quicker styles of the test environment are those of jsdom itself, whatever changes on the page. */
interface DomModule {
  readonly JSDOM: new (html: string) => { readonly window: Window };
}

function loadJsdom(isQuick: boolean): DomModule {
  let loaded: DomModule | undefined;
  jest.isolateModules(() => {
    if (isQuick) jest.requireActual('./jestDomEnvironment');
    loaded = jest.requireActual<DomModule>('jsdom');
  });
  if (!loaded) throw new Error('jsdom was not loaded');
  return loaded;
}

const page = `<!DOCTYPE html>
<style>
  .a { color: red; display: none } .b:hover { color: blue } .b[data-x] { visibility: hidden } .b:focus { color: pink }
  .c > * { color: green } .d, .e { opacity: 0.5 } .f:not(.g) { margin: 1px } .h.i { padding: 2px } svg, path { fill: red }
  @media screen { .a { top: 3px } }
</style>
<div class="a"><p class="b" data-x tabindex="0">x<span>y</span></p></div>
<div class="c">
  <p class="d">a</p><b class="e f">b</b><i class="f g">c</i><u class="h">d</u><u class="i h">e</u><a href="x">l</a>
  <button disabled>q</button><input type="checkbox"><svg><path/></svg><dialog>z</dialog>
</div>`;

const element = (document: Document, selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
};
const added = (document: Document): HTMLStyleElement =>
  element(document, 'style:last-of-type') as HTMLStyleElement;

const changes: readonly (readonly [what: string, change: (document: Document) => void])[] = [
  ['the page is new', () => undefined],
  ['an attribute went', (document) => element(document, '[data-x]').removeAttribute('data-x')],
  ['the focus moved', (document) => element(document, '.b').focus()],
  ['a class changed', (document) => void (element(document, '.b').className = 'e')],
  [
    'a style came',
    (document) => element(document, '.c').insertAdjacentHTML('afterend', '<style>.e{color:teal}</style>'),
  ],
  [
    'its text changed',
    (document) => void ((added(document).firstChild as Text).data = '.e{color:navy}u{visibility:hidden}'),
  ],
  ['a rule came', (document) => void added(document).sheet?.insertRule('i{color:gold}', 0)],
  ['a rule went', (document) => added(document).sheet?.deleteRule(1)],
  ['a style went', (document) => element(document, 'style').remove()],
];

describe('jestDomEnvironment', () => {
  const [plain, quick] = [false, true].map((isQuick) => new (loadJsdom(isQuick).JSDOM)(page).window);

  it.each(changes)('computes each style as jsdom does when %s', (_what, change) => {
    const [expected, found] = [plain, quick].map((window) => {
      if (!window) throw new Error('There is no window');
      change(window.document);
      return [...window.document.querySelectorAll('*')].map(
        (each) => `${each.localName} ${each.className}: ${window.getComputedStyle(each).cssText}`,
      );
    });

    expect(found).toEqual(expected);
    expect(found?.length).toBeGreaterThan(15);
  });
});
