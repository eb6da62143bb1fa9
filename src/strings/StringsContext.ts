import * as React from 'react';
import { createStrings } from './createStrings';
import type { Strings } from './Strings';

/** English unless somebody provides another language. */
export const StringsContext = React.createContext<Strings>(createStrings('en'));
StringsContext.displayName = 'Strings';

export const useStrings = (): Strings => React.useContext(StringsContext);
