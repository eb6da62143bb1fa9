/** Every limit of the language. `docs/formulas.md` explains them; `npm run bench formula` shows what they cost. */
export const limits = {
  /** Characters of a formula. */
  text: 5_000,
  /** How deep expressions may nest in the text. */
  nesting: 100,
  /** How deep arrows may call arrows. */
  calls: 100,
  /** Units of work of one evaluation: about one per operation of the formula and one per list entry touched. */
  fuel: 50_000,
  /** Units of work of all tiles together in one update. */
  fuelPerUpdate: 1_000_000,
  /** Milliseconds of one evaluation, by the clock: the second fence, for work whose price is wrong. */
  milliseconds: 100,
  /** Units of work below which the clock stops nothing but a call that is too long by itself. */
  fuelBeforeTime: 1_000,
  /** Milliseconds of one call of a function of JavaScript's. */
  millisecondsOfOneCall: 20,
  /** Units of work between two looks at the clock. */
  fuelBetweenLooks: 1_000,
  /** Milliseconds that one stretch between two looks counts at most: longer ones may be a pause of the machine. */
  longestStretch: 50,
  /** Units of work that a millisecond of a stopped formula takes from the update. */
  fuelPerMillisecond: 5_000,
  /** Milliseconds until a stopped formula is tried again: after the first time, the second, and each one more. */
  retryAfter: [1_000, 5_000, 60_000],
  /** Characters of a text made by a formula. */
  textLength: 100_000,
  /** Entries of a list or an object made by a formula. */
  listLength: 50_000,
  /** How deep lists and objects may nest in the value of a formula. */
  resultDepth: 100,
  /** Characters of a language tag; the longest in use have 35. */
  tagLength: 35,
  /** Collators and number formats kept, the least recently used goes first. */
  languagesCached: 16,
  /** Compiled formulas kept for whoever holds none, the least recently used goes first. */
  cached: 1_000,
} as const;
