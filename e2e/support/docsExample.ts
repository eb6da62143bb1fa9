import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The code block of docs/customising.md that contains these words. @throws Error when there is none, or more than one */
export function docsExample(words: string): string {
  const text = readFileSync(join(__dirname, '../../docs/customising.md'), 'utf8');
  const blocks = [...text.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => code);
  const [block, ...others] = blocks.filter((code) => code.includes(words));
  if (block === undefined || others.length > 0) throw new Error(`Not one example has "${words}"`);
  return block;
}
