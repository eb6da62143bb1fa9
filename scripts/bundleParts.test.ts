import { encode } from '@jridgewell/sourcemap-codec';
import { createHash } from 'node:crypto';
import { gzipSize, measureBundle, unmapped } from './bundleParts';

const sources = [
  'webpack:///./src/views/desk/Board.tsx',
  'webpack:///./src/views/desk/Tile.tsx',
  'webpack:///./src/index.ts',
  'webpack:///./node_modules/@twilio/sync/node_modules/events/index.js',
  'webpack:///external "React"',
];

/** A bundle of one line: each text is mapped to the source of that index, or to none. */
function bundleOf(...pieces: readonly (readonly [text: string, source?: number])[]) {
  let column = 0;
  const segments = pieces.map(([text, source]): [number] | [number, number, number, number] => {
    const from = column;
    column += text.length;
    return source === undefined ? [from] : [from, source, 0, 0];
  });
  return {
    code: pieces.map(([text]) => text).join(''),
    map: { sources, mappings: encode([segments]) },
  };
}

/** Text that does not compress much, other for each seed. */
const text = (seed: number, length: number): string =>
  Array.from({ length: Math.ceil(length / 88) }, (_, at) =>
    createHash('sha512').update(`${seed} ${at}`).digest('base64'),
  )
    .join('')
    .slice(0, length);

describe('measureBundle', () => {
  it('adds the files of a folder, and gives a nested package its own line', () => {
    const { code, map } = bundleOf([text(1, 900), 0], [text(2, 300), 3], [text(3, 900), 1], [text(4, 50), 2]);
    const { parts } = measureBundle(code, map);
    expect(Object.keys(parts)).toEqual(['src/views/desk', 'events', 'src']);
    expect((parts['src/views/desk'] ?? 0) / (parts.events ?? 0)).toBeGreaterThan(4);
  });

  it('counts what has no source, and what webpack adds', () => {
    const { code, map } = bundleOf([text(1, 200)], [text(2, 200), 4], [text(3, 100), 2]);
    expect(Object.keys(measureBundle(code, map).parts)).toEqual([unmapped, 'src']);
  });

  it('counts the further lines of a template with its first', () => {
    const { map } = bundleOf(['`a', 2]);
    expect(Object.keys(measureBundle(`\`a\n${text(1, 100)}\n\``, map).parts)).toEqual(['src']);
  });

  it('gives shares that add up to the size of the whole', () => {
    const { code, map } = bundleOf([text(1, 400), 0], [text(2, 300), 2], [text(3, 500), 3]);
    const { gzipBytes, parts } = measureBundle(code, map);
    const sum = Object.values(parts).reduce((total, bytes) => total + bytes, 0);
    expect(gzipBytes).toBe(gzipSize(code));
    expect(Math.abs(sum - gzipBytes)).toBeLessThanOrEqual(Object.keys(parts).length);
  });
});
