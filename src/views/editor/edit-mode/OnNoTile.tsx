import * as React from 'react';
import { Button } from '../../../ui/Button';
import { labelOf, metricsOnNoTile, newTileKey, numberOf } from '../../../model/board/Board';
import { SectionHeading as Heading } from '../../../paste/Heading';
import { styled } from '../../../paste/styling';
import { useStrings } from '../../../strings/StringsContext';
import { useMetricUses } from '../boards/useMetricUses';
import type { InsertionPoint } from './InsertionPoint';
import type { EditingModel } from '../editing/EditingModel';
import { lastSection } from './placeForNew';
import { goToTile } from './tileElements';

export interface OnNoTileProps {
  readonly model: EditingModel;
  readonly spot: InsertionPoint;
}

/** The metrics that are saved and stand on no tile of the board, as those that an older plugin added; each can be shown. */
export function OnNoTile({ model, spot }: OnNoTileProps): React.ReactElement | null {
  const { text } = useStrings();
  const { current } = model.session;
  const uses = useMetricUses(model);
  const metrics = metricsOnNoTile(current);
  if (metrics.length === 0) return null;
  const unused = uses ? metrics.filter((key) => !uses.has(key)) : [];
  const show = (metric: string): void => {
    const key = newTileKey(current, metric);
    goToTile(spot, key);
    model.do({ type: 'add-tile', key, visual: numberOf(metric), place: { section: lastSection(current) } });
  };
  return (
    <section data-on-no-tile="">
      <Heading>{text('EditOnNoTile')}</Heading>
      <p>{text('EditOnNoTileCause')}</p>
      <List>
        {metrics.map((key) => (
          <li key={key}>
            <Button type="button" onClick={() => show(key)}>
              {text('EditShowMetric', { label: labelOf(current, key) })}
            </Button>
          </li>
        ))}
      </List>
      {unused.length > 0 ? (
        <>
          <p>{text('BoardsUnused')}</p>
          <List data-unused="">
            {unused.map((key) => (
              <li key={key}>
                <Button type="button" onClick={() => model.do({ type: 'remove-metric', key })}>
                  {text('BoardsDelete', { label: labelOf(current, key) })}
                </Button>
              </li>
            ))}
          </List>
        </>
      ) : null}
    </section>
  );
}

const List = styled('ul')`
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem;
  margin: 0;
  padding: 0;
  list-style: none;
`;
