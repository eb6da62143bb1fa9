/** The first letters of a name's first and last word: "Ada Okafor" is AO, "ben@example.com" is B. Never nothing: a row of a table needs a name. */
export function initialsOf(name: string): string {
  // Initials already, as those get who may not see names.
  if (/^\p{Lu}{1,2}$/u.test(name)) return name;
  const words = (name.split('@')[0] ?? '').split(/[\s._-]+/).filter((word) => word !== '');
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  const initials = letters.map((word) => [...(word ?? '')][0] ?? '').join('');
  return (initials || [...name.trim()][0] || '?').toUpperCase();
}
