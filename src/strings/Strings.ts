import type { ReactNode } from 'react';
import type { AskText, Parameters, TextKey } from './TextKey';

/** Texts in the user's language. */
export interface Strings {
  /** BCP 47 tag for `Intl`, such as `es-MX`. */
  readonly locale: string;
  /** IANA name of the zone in which a board tells times: that of its data. Undefined for the browser's own. */
  readonly timeZone?: string | undefined;
  readonly text: AskText;
  /** The same with React nodes as parameters, such as a name set in another font. */
  rich<Key extends TextKey>(key: Key, ...values: Parameters<Key, ReactNode>): ReactNode;
}
