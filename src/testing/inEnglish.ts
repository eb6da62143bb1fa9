import { problemInWords } from '../visuals/problemInWords';
import type { Problem } from '../metric/Problem';
import { createStrings } from '../strings/createStrings';

const { text } = createStrings('en');

/** What a person reads of a problem. */
export const inEnglish = (problem: Problem): string => problemInWords(problem, text);
