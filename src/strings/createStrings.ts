import type { ReactNode } from 'react';
import * as React from 'react';
import { createFill } from './createFill';
import type { Strings } from './Strings';

/**
 * @param locale BCP 47 tag
 * @param overriding templates by prefixed key, asked each time, so that a later change is seen by the next drawing
 */
export function createStrings(locale: string, overriding?: () => Readonly<Record<string, unknown>>): Strings {
  const fill = createFill(locale, overriding);
  return {
    locale,
    text: (key, ...[values]) => fill(key, values ?? {}).join(''),
    rich: (key, ...[values]) =>
      React.createElement(React.Fragment, null, ...fill<ReactNode>(key, values ?? {})),
  };
}
