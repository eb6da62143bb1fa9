import type { Span } from '../model/board/span';
import { gridColumns, share } from './layTiles';

export interface SectionToLay {
  readonly name: string | undefined;
  readonly spans: readonly Span[];
}

/** Sections beside each other: the index of each, and how many columns of the grid it has. */
export type SectionRow = readonly { readonly section: number; readonly width: number }[];

/**
 * Puts sections beside each other where all their tiles fit into one row, so that small ones leave no holes. What has no name has
 * no heading, and stands alone: beside it headings would not be at one height.
 *
 * @param columns how many columns of a tile's span a row holds
 */
export function laySections(sections: readonly SectionToLay[], columns: number): readonly SectionRow[] {
  const rows: { readonly sections: number[]; taken: number; readonly height: number | undefined }[] = [];
  sections.forEach(({ name, spans }, section) => {
    const taken = spans.reduce((sum, span) => sum + Math.min(span.columns, columns), 0);
    const isLow = name !== undefined && spans.length > 0 && taken <= columns;
    const height = isLow ? Math.max(...spans.map((span) => span.rows)) : undefined;
    const last = rows[rows.length - 1];
    if (last && height !== undefined && last.height === height && last.taken + taken <= columns) {
      last.sections.push(section);
      last.taken += taken;
    } else rows.push({ sections: [section], taken, height });
  });
  const widthOf = (section: number): number =>
    sections[section]?.spans.reduce((sum, span) => sum + span.columns, 0) ?? 0;
  return rows.map(({ sections: inRow }) => {
    if (inRow.length === 1) return inRow.map((section) => ({ section, width: gridColumns }));
    const edges = share(gridColumns, inRow.map(widthOf));
    return inRow.map((section, at) => ({ section, width: (edges[at + 1] ?? 0) - (edges[at] ?? 0) }));
  });
}
