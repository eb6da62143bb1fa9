import { describeProblem } from '../visuals/describeProblem';
import type { Problem } from '../model/metric/Problem';
import { createStrings } from '../strings/createStrings';

const { text } = createStrings('en');

/** What a person reads of a problem. */
export const inEnglish = (problem: Problem): string => describeProblem(problem, text);
