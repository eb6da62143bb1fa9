import type { ReactNode } from 'react';
import * as React from 'react';
import { languageOf } from './languages';
import type { Strings, TextKey } from './Strings';

/** What comes before each key where the texts stand among those of Flex and of other plugins. */
export const keyPrefix = 'RealtimeDashboard';

const parameter = /\{\{\s*(\w+)\s*\}\}/;

/**
 * @param locale BCP 47 tag
 * @param overriding templates by prefixed key, asked each time, so that a later change is seen by the next drawing
 */
export function createStrings(
  locale: string,
  overriding: () => Readonly<Record<string, unknown>> = () => ({}),
): Strings {
  const shipped = languageOf(locale) as Readonly<Record<string, string | undefined>>;
  const plural = new Intl.PluralRules(locale);

  function templateOf(key: string): string | undefined {
    const override = overriding()[keyPrefix + key];
    return typeof override === 'string' ? override : shipped[key];
  }

  /** Constant text and parameters by turns; a parameter that there is none of stays as it is written, for its author to see. */
  function fill<Value>(key: TextKey, values: Readonly<Record<string, Value>>): readonly (string | Value)[] {
    const form = typeof values.count === 'number' ? plural.select(values.count) : 'other';
    const template = templateOf(key) ?? templateOf(`${key}_${form}`) ?? templateOf(`${key}_other`) ?? key;
    return template.split(parameter).map((part, index) => {
      if (index % 2 === 0) return part;
      return Object.prototype.hasOwnProperty.call(values, part) ? (values[part] as Value) : `{{${part}}}`;
    });
  }

  return {
    locale,
    text: (key, ...[values]) => fill(key, values ?? {}).join(''),
    rich: (key, ...[values]) =>
      React.createElement(React.Fragment, null, ...fill<ReactNode>(key, values ?? {})),
  };
}
