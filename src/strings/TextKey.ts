import type { texts } from './texts';

type English = { readonly [Key in keyof typeof texts]: (typeof texts)[Key][0] };

/** One language: every text by its key, as a template. */
export type StringTable = Readonly<Record<keyof English, string>>;

/** What a text is asked for by. A text that counts is asked for without `_one` and `_other`. */
export type TextKey = keyof { [Key in keyof English as Singular<Key>]: unknown };

type Singular<Key extends string> = Key extends `${infer Name}_${'one' | 'other'}` ? Name : Key;

type TemplateOf<Key extends TextKey> = Key extends keyof English
  ? English[Key]
  : `${Key}_other` extends keyof English
    ? English[`${Key}_other`]
    : never;

type ParameterOf<Template extends string> = Template extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never;

/** The parameters of a text, all of them; none for a text without. */
export type Parameters<Key extends TextKey, Value> = [ParameterOf<TemplateOf<Key>>] extends [never]
  ? []
  : [values: Readonly<Record<ParameterOf<TemplateOf<Key>>, Value>>];

/** What a text without parameters is asked for by. */
export type PlainTextKey = {
  [Key in TextKey]: [ParameterOf<TemplateOf<Key>>] extends [never] ? Key : never;
}[TextKey];

/** Gives a text in one language. */
export type AskText = <Key extends TextKey>(key: Key, ...values: Parameters<Key, string | number>) => string;
