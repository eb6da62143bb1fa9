/** A media query: heading and foot would leave no room between them, as at great zoom, so that all of a dialog scrolls. */
export const lowWindow = '(max-height: 32rem)';
