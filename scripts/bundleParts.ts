import { decode } from '@jridgewell/sourcemap-codec';
import { gzipSync } from 'node:zlib';

export interface SourceMap {
  readonly sources: readonly string[];
  readonly mappings: string;
}

/** A bundle in bytes of `gzip -9`, whole and by part. */
export interface BundleSize {
  readonly gzipBytes: number;
  /** Folders of ours, such as `src/model/formula`, and npm packages, largest first. They add up to the whole, but for rounding. */
  readonly parts: Readonly<Record<string, number>>;
}

/** What webpack adds, and JSON, which it does not map. */
export const unmapped = 'webpack, JSON';

export const gzipSize = (text: string): number => gzipSync(text, { level: 9 }).length;

/** Says how much each part adds to a bundle. A part is compressed by itself, and its share of the sum is its share of the whole. */
export function measureBundle(code: string, map: SourceMap): BundleSize {
  const texts = textsByPart(code, map);
  const alone = [...texts].map(([name, text]) => ({ name, bytes: gzipSize(text) }));
  const sum = alone.reduce((total, { bytes }) => total + bytes, 0);
  const gzipBytes = gzipSize(code);
  const shares = alone
    .map(({ name, bytes }): [string, number] => [name, Math.round((bytes / sum) * gzipBytes)])
    .sort(([, one], [, other]) => other - one);
  return { gzipBytes, parts: Object.fromEntries(shares) };
}

/** The generated text of each part. A mapping holds until the next one, over the ends of the lines of a template, too. */
function textsByPart(code: string, { sources, mappings }: SourceMap): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const lines = decode(mappings);
  let name = unmapped;
  const add = (text: string): void => {
    if (text !== '') texts.set(name, (texts.get(name) ?? '') + text);
  };
  code.split('\n').forEach((line, index) => {
    const segments = lines[index] ?? [];
    add(line.slice(0, segments[0]?.[0]));
    segments.forEach(([from, source], at) => {
      name = source === undefined ? unmapped : partOf(sources[source] ?? '');
      add(line.slice(from, segments[at + 1]?.[0]));
    });
  });
  return texts;
}

/** The package of `webpack:///./node_modules/a/b.js`, the folder of `webpack:///./src/a/b/c.ts`. */
function partOf(source: string): string {
  const [, inPackage] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
  const [, ours] = /^webpack:\/\/\/\.\/(src(?:\/[^/]+)*)\/[^/]+$/.exec(source) ?? [];
  return inPackage ?? ours ?? unmapped;
}
