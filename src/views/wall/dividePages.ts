/** Tiles of one section on a page. */
export interface PagePart {
  readonly section: number;
  /** Index of the first tile in the section, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Index of the first tile among all. */
  readonly first: number;
}

/** So much of a page, on either side of an even division, is looked through for the end of a section. */
const near = 0.3;

/** Divides sections of so many tiles into pages of about as many each, between sections where one ends near by. */
export function dividePages(counts: readonly number[], pages: number): readonly (readonly PagePart[])[] {
  const ends: number[] = [];
  for (const count of counts) ends.push((ends[ends.length - 1] ?? 0) + count);
  const all = ends[ends.length - 1] ?? 0;
  const page = all / pages;
  const cuts = [0];
  for (let number = 1; number < pages; number += 1) {
    const even = Math.round(number * page);
    const end = nearest(ends, even);
    const cut = end !== undefined && Math.abs(end - even) <= near * page ? end : even;
    const before = cuts[cuts.length - 1] ?? 0;
    // Each page has a tile.
    cuts.push(Math.min(all - (pages - number), Math.max(before + 1, cut)));
  }
  cuts.push(all);
  return cuts.slice(1).map((to, index) => partsBetween(counts, cuts[index] ?? 0, to));
}

const nearest = (ends: readonly number[], to: number): number | undefined =>
  [...ends].sort((a, b) => Math.abs(a - to) - Math.abs(b - to))[0];

function partsBetween(counts: readonly number[], first: number, end: number): readonly PagePart[] {
  const parts: PagePart[] = [];
  let before = 0;
  counts.forEach((count, section) => {
    const from = Math.max(0, first - before);
    const to = Math.min(count, end - before);
    if (from < to) parts.push({ section, from, to, first: before + from });
    before += count;
  });
  return parts;
}
