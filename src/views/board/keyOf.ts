/**
 * The key that somebody pressed, as shortcuts name it: a letter in lower case. Where the layout has other letters, such as
 * Cyrillic or Hebrew ones, the Latin letter at that place of the keyboard.
 * @returns undefined while an input method composes, to which all keys belong then
 */
export function keyOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'isComposing' | 'keyCode'>,
): string | undefined {
  // Safari ends a composition before it tells of the key that ended it, but for this number.
  if (event.isComposing || event.keyCode === 229) return undefined;
  const [, letter] = /^Key([A-Z])$/.exec(event.code) ?? [];
  if (letter !== undefined && /^\p{L}$/u.test(event.key) && !/^\p{Script=Latin}$/u.test(event.key))
    return letter.toLowerCase();
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

/** Whether somebody takes away what has the focus; what Windows calls Delete is Backspace on the keyboard of a Mac. */
export const isDelete = (key: string | undefined): boolean => key === 'Delete' || key === 'Backspace';
