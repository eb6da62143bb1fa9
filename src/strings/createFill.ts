import { languageOf } from './languages';
import type { TextKey } from './TextKey';

/** What comes before each key where the texts stand among those of Flex and of other plugins. */
export const keyPrefix = 'RealtimeDashboard';

/** Constant text and values by turns; a parameter that there is no value of stays as it is written, for its author to see. */
export type Fill = <Value>(
  key: TextKey,
  values: Readonly<Record<string, Value>>,
) => readonly (string | Value)[];

const parameter = /\{\{\s*(\w+)\s*\}\}/;

/**
 * Fills the texts of one language with values.
 *
 * @param locale BCP 47 tag
 * @param overriding templates by prefixed key, asked each time, so that a later change is seen by the next drawing
 */
export function createFill(
  locale: string,
  overriding: () => Readonly<Record<string, unknown>> = () => ({}),
): Fill {
  const shipped = languageOf(locale) as Readonly<Record<string, string | undefined>>;
  const plural = new Intl.PluralRules(locale);

  function templateOf(key: string): string | undefined {
    const override = overriding()[keyPrefix + key];
    return typeof override === 'string' ? override : shipped[key];
  }

  return <Value>(key: TextKey, values: Readonly<Record<string, Value>>) => {
    const form = typeof values.count === 'number' ? plural.select(values.count) : 'other';
    const template = templateOf(key) ?? templateOf(`${key}_${form}`) ?? templateOf(`${key}_other`) ?? key;
    return template.split(parameter).map((part, index) => {
      if (index % 2 === 0) return part;
      return Object.prototype.hasOwnProperty.call(values, part) ? (values[part] as Value) : `{{${part}}}`;
    });
  };
}
