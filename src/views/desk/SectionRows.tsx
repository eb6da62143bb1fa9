import * as React from 'react';
import type { ArrangedTile } from '../../model/board/arrangeBoard';
import { mostColumns } from '../../model/board/span';
import { styled } from '../../paste/styling';
import { laySections } from '../../visuals/laySections';
import { useTileColumns } from '../../visuals/TileSpace';

export interface SectionRowsProps<Section> {
  readonly sections: readonly Section[];
  /** Draws a section as wide as so many columns of the grid. */
  readonly children: (section: Section, width: number) => React.ReactNode;
}

/** Sections one below the other in a `TileSpace`, small ones side by side. */
export function SectionRows<
  Section extends { readonly name: string | undefined; readonly tiles: readonly ArrangedTile[] },
>({ sections, children }: SectionRowsProps<Section>): React.ReactElement {
  const columns = useTileColumns() ?? mostColumns;
  const rows = React.useMemo(
    () =>
      laySections(
        sections.map(({ name, tiles }) => ({ name, spans: tiles.map(({ span }) => span) })),
        columns,
      ),
    [sections, columns],
  );
  return (
    <>
      {rows.map((row) => (
        <Row
          key={row[0]?.section}
          style={{ gridTemplateColumns: row.map(({ width }) => `minmax(0, ${width}fr)`).join(' ') }}
        >
          {row.map(({ section, width }) => {
            const drawn = sections[section];
            return drawn ? children(drawn, width) : null;
          })}
        </Row>
      ))}
    </>
  );
}

/** Margins in place of a gap, so that the columns of sections meet those of the rows above and below. */
const Row = styled('div')`
  display: grid;
  margin: 0 calc(var(--gap) / -2);
  align-items: end;
  > * {
    margin: 0 calc(var(--gap) / 2);
  }
`;
