import { Token } from 'prism-code-editor/prism';
import { highlightFormula } from './formulaLanguage';

const coloured = (formula: string): readonly string[] =>
  highlightFormula(formula).map((piece) =>
    piece instanceof Token ? `${piece.type} ${String(piece.content)}` : piece,
  );

it('tells names by what they mean', () => {
  expect(coloured("waiting('A')")).toEqual(['word waiting', 'punctuation (', "text 'A'", 'punctuation )']);
  expect(coloured('data.queues.map(q)')).toEqual([
    'builtin data',
    'punctuation .',
    'field queues',
    'punctuation .',
    'method map',
    'punctuation (',
    'name q',
    'punctuation )',
  ]);
  expect(coloured('typeof null')).toEqual(['operator typeof', ' ', 'constant null']);
  expect(coloured('(sum) => sum')).toEqual([
    'punctuation (',
    'name sum',
    'punctuation )',
    ' ',
    'operator =>',
    ' ',
    'name sum',
  ]);
});

it('keeps every character, and never gives an empty list', () => {
  for (const formula of ['', ' ', ' a  + // b', '`a${b}c` '])
    expect(
      highlightFormula(formula)
        .map((piece) => (piece instanceof Token ? piece.content : piece))
        .join(''),
    ).toBe(formula);
  expect(highlightFormula('')).toEqual(['']);
});
