import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as ts from 'typescript';
import { texts } from './texts';

const src = join(__dirname, '..');

function productFiles(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory())
      return ['testing', 'test-data'].includes(name) ? [] : productFiles(path);
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : [];
  });
}

it('has no text that nothing asks for', () => {
  const code = productFiles(src)
    .filter((path) => !path.startsWith(join(__dirname, 'texts')))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  // A notification of Flex asks by the prefixed key.
  const isAskedFor = (key: string): boolean =>
    code.includes(`'${key}'`) || code.includes(`'RealtimeDashboard${key}'`);
  expect(Object.keys(texts).filter((key) => !isAskedFor(key.replace(/_(one|other)$/, '')))).toEqual([]);
});

/** Attributes that a person gets to see or to hear. */
const shown = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'alt',
  'label',
  'placeholder',
  'text',
  'title',
];

/** The same in every language: a file, a style as it is saved, a key as it is printed. */
const names = ['default_stats.json', 'Default', 'Esc'];

/** Words that stand in the markup itself, where nobody can translate or override them. */
function bareWords(path: string): readonly string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const note = (text: string): void => {
    const words = text.trim();
    if (/\p{L}{2,}/u.test(words) && !names.includes(words)) found.push(`${relative(src, path)}: ${words}`);
  };
  const noteLiterals = (node: ts.Node | undefined): void => {
    if (!node) return;
    if (ts.isStringLiteralLike(node)) note(node.text);
    else if (ts.isTemplateExpression(node)) {
      note(node.head.text);
      node.templateSpans.forEach(({ literal }) => note(literal.text));
    } else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(noteLiterals);
    else if (ts.isBinaryExpression(node)) [node.left, node.right].forEach(noteLiterals);
    else if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node)) noteLiterals(node.expression);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) noteLiterals(node);
    if (ts.isJsxAttribute(node) && shown.includes(node.name.getText())) noteLiterals(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

it('shows no words but those of the table', () => {
  const markup = productFiles(src).filter((path) => path.endsWith('.tsx'));
  expect(markup.length).toBeGreaterThan(5);
  expect(markup.flatMap(bareWords)).toEqual([]);
});
