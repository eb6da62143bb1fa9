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
  /** Characters of a text made by a formula. */
  textLength: 100_000,
  /** Entries of a list or an object made by a formula. */
  listLength: 50_000,
  /** How deep lists and objects may nest in the value of a formula. */
  resultDepth: 100,
  /** Compiled formulas kept, the least recently used goes first. */
  cached: 1_000,
} as const;
