// jsdom works out a style by trying every rule of the page on the element, and again on each that it lies in, for it inherits
// visibility. Queries by role ask for thousands of styles: it was most of the time of the tests that show a board.
const selectors = require('jsdom/lib/jsdom/living/helpers/selectors');

const match = selectors.matchesDontThrow;
const looks = new Map();

/** What a look at an element tells of a selector: whether it may match, and for tag names that it does. */
function lookFor(selector) {
  if (/^[a-z\d]+(?:\s*,\s*[a-z\d]+)*$/.test(selector)) {
    const names = new Set(selector.split(/\s*,\s*/));
    return { fits: ({ localName }) => names.has(localName), isEnough: true };
  }
  const [, name] = /^\.([\w-]+)(?:[.:[][^\s,>+~]*)?$/.exec(selector) ?? [];
  return { fits: ({ classList }) => name === undefined || classList.contains(name), isEnough: false };
}

selectors.matchesDontThrow = (element, selector) => {
  // A rule within `@container`, which jsdom does not know.
  if (selector === undefined) return match(element, selector);
  if (!looks.has(selector)) looks.set(selector, lookFor(selector));
  const { fits, isEnough } = looks.get(selector);
  return fits(element) && (isEnough || match(element, selector));
};

// Each of these modules takes the functions of the one before when it is loaded.
const styleRules = require('jsdom/lib/jsdom/living/helpers/style-rules');

const tryEveryRule = styleRules.forEachMatchingSheetRuleOfElement;
const kept = new WeakMap();

/** Whatever changes when other rules may match: the document, the focus, and the style sheets. */
function stateOf({ _version: version, _lastFocusedElement: focused, styleSheets: { _list: sheets } }) {
  const rules = sheets.reduce((sum, { cssRules }) => sum + cssRules.length, 0);
  return [version, focused, sheets.length, sheets[sheets.length - 1], rules];
}

/** Keeps which rules match until something changes. */
styleRules.forEachMatchingSheetRuleOfElement = (element, handleRule) => {
  // What does not belong to the page may change without it.
  if (!element.isConnected) return tryEveryRule(element, handleRule);
  const state = stateOf(element._ownerDocument);
  let known = kept.get(element);
  if (!known || state.some((part, index) => part !== known.state[index])) {
    const rules = [];
    tryEveryRule(element, (rule) => rules.push(rule));
    known = { state, rules };
    kept.set(element, known);
  }
  known.rules.forEach(handleRule);
};

module.exports = require('jest-environment-jsdom');
