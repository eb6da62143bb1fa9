import { createFill } from '../../src/strings/createFill';
import type { AskText } from '../../src/strings/TextKey';

const fill = createFill('en');

/** The words that the dashboard has for what is wrong, so that the doctor and a tile say the same. */
export const englishText: AskText = (key, ...[values]) => fill(key, values ?? {}).join('');
