import { lexFormula } from './lexFormula';

const pieces = (text: string): readonly string[] =>
  lexFormula(text).map(({ kind, source }) => `${kind} ${source}`);

it('takes a formula apart', () => {
  expect(pieces("a?.b['c'] >= 1.5e3 && !(x) => `y`")).toEqual([
    'name a',
    'punctuation ?.',
    'name b',
    'punctuation [',
    "text 'c'",
    'punctuation ]',
    'operator >=',
    'number 1.5e3',
    'operator &&',
    'operator !',
    'punctuation (',
    'name x',
    'punctuation )',
    'operator =>',
    'template `y`',
  ]);
});

it('takes the code in templates apart, to any depth', () => {
  expect(pieces('`a${ {b: `c${d}`} }e`')).toEqual([
    'template `a',
    'punctuation ${',
    'punctuation {',
    'name b',
    'operator :',
    'template `c',
    'punctuation ${',
    'name d',
    'punctuation }',
    'template `',
    'punctuation }',
    'punctuation }',
    'template e`',
  ]);
});

it('tells a number after a question mark from an optional read', () => {
  expect(pieces('a?.5:b')).toEqual(['name a', 'operator ?', 'number .5', 'operator :', 'name b']);
});

it('says what has not been closed', () => {
  for (const text of ["'a", "'", "'a\\'", '"a', '`a', '`a\\`', '/* a', '// a', '/*'])
    expect([text, lexFormula(text).map(({ open }) => open)]).toEqual([text, [true]]);
  for (const text of ["'a'", "''", "'a\\\\'", '`a`', '``', '/* a */', '/**/'])
    expect([text, lexFormula(text).map(({ open }) => open)]).toEqual([text, [false]]);
});

it('ends a text that is not closed at the end of its line', () => {
  expect(pieces("'a\nb")).toEqual(["text 'a", 'name b']);
});

it('never loses or doubles a character, whatever is typed', () => {
  for (const text of [
    'a # b',
    '“x”',
    '\u{1d400}+1',
    'é',
    '\u{1f600}',
    '}}`',
    '${',
    '`${`${`',
    "\\'",
    'a\u00a0b',
  ]) {
    let at = 0;
    for (const { start, end, source } of lexFormula(text)) {
      expect(start).toBeGreaterThanOrEqual(at);
      expect(text.slice(at, start).trim()).toBe('');
      expect(source).toBe(text.slice(start, end));
      expect(end).toBeGreaterThan(start);
      at = end;
    }
    expect(text.slice(at).trim()).toBe('');
  }
});
