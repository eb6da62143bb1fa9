import { amberOf, type Amber } from './amber';
import { useColourTokens } from './useColourTokens';

/** The colours of a warning in the theme in use. */
export const useAmber = (): Amber => amberOf(useColourTokens());
