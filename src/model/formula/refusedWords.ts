/** Words JavaScript keeps to itself: no name may be one of them. */
const reserved = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends false finally for function if import ' +
    'in instanceof new null return super switch this throw true try typeof var void while with'
  ).split(' '),
);

export function isReserved(word: string): boolean {
  return reserved.has(word);
}

/** What JavaScript does with a word, a formula does not, and what to write instead. */
export const refusedWords: ReadonlyMap<string, string> = new Map([
  ['new', 'A formula cannot make objects with "new". For a time, write Date.parse(text) or Date.now().'],
  ['this', 'A formula has no "this". The statistics are in "data".'],
  ['class', 'A formula cannot define a class.'],
  ['super', 'A formula has no "super".'],
  ['import', 'A formula cannot import anything.'],
  [
    'delete',
    'A formula cannot delete: data cannot be changed. To leave out entries of a list, write list.filter(…).',
  ],
  ['instanceof', 'A formula has no "instanceof". Write typeof x or Array.isArray(x).'],
  ['return', 'A formula is the value itself: leave "return" out.'],
  ['var', 'A formula cannot define variables. Write ((name) => …)(value) to name a value.'],
  ['const', 'A formula cannot define variables. Write ((name) => …)(value) to name a value.'],
  ['if', 'A formula has no "if". Write condition ? value : otherValue.'],
  ['else', 'A formula has no "else". Write condition ? value : otherValue.'],
  ['switch', 'A formula has no "switch". Write condition ? value : otherValue.'],
  ['for', 'A formula has no "for". Write list.map(…), list.filter(…) or list.reduce(…).'],
  ['while', 'A formula has no "while". Write list.map(…), list.filter(…) or list.reduce(…).'],
  ['do', 'A formula has no "do". Write list.map(…), list.filter(…) or list.reduce(…).'],
  ['throw', 'A formula cannot throw.'],
  [
    'try',
    'A formula has no "try". Write a?.b for what may be missing, and a ?? b for another value instead.',
  ],
]);
