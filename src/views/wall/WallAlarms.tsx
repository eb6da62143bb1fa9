import * as React from 'react';
import type { BoardModel } from '../board/BoardModel';
import { lookAt } from '../board/useLook';
import { useSeverities } from '../board/useSeverities';
import { styled, themeGet } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';
import { labelWidths } from '../../visuals/labelWidths';
import { StateIcon } from '../../visuals/StateIcon';
import { alarmGroups } from './alarmGroups';
import { alarmOf } from './useInterrupts';
import type { WallTurns } from './useTurns';
import { tilesOn } from './useWallPages';

export interface WallAlarmsProps {
  readonly board: BoardModel;
  readonly turns: WallTurns;
}

/** How long each group of alarms is shown when there are more than fit: milliseconds. */
const groupTime = 6000;

/** Of the shorter side of the window: the type, and the line with its icon. */
const typeShare = 0.047;

/** Names what is critical on pages that cannot be seen just now. It keeps its room when nothing is, so that no tile moves. */
export function WallAlarms({ board, turns }: WallAlarmsProps): React.ReactElement | null {
  const strings = useStrings();
  const { page, elsewhere, count } = turns;
  /** Each metric once, and none that can be seen. */
  const tiles = React.useMemo(() => {
    const seen = new Set(page ? tilesOn(page).map(alarmOf) : []);
    return elsewhere.flatMap((other) =>
      tilesOn(other).flatMap((tile) => {
        const key = alarmOf(tile);
        if (seen.has(key)) return [];
        seen.add(key);
        const title = other.board.key === page?.board.key ? undefined : other.board.title;
        return [{ ...tile, key, title }];
      }),
    );
  }, [page, elsewhere]);
  const severities = useSeverities(board.readings, tiles, count > 1);
  const alarms = React.useMemo(
    () =>
      tiles
        .filter(({ key }) => severities.get(key) === 0)
        .map((tile) => {
          const { text, unit } = lookAt(tile, board.readings).describe(strings);
          const value = unit ? `${text} ${unit}` : text;
          const label = tile.title === undefined ? tile.label : `${tile.title}: ${tile.label}`;
          return { key: tile.key, label, value };
        }),
    [tiles, severities, board.readings, strings],
  );
  const side = Math.min(window.innerWidth, window.innerHeight);
  const room = window.innerWidth / (typeShare * side) - 4;
  const groups = alarmGroups(
    alarms.map(({ label, value }) => labelWidths(`${label} ${value}`).onOneLine),
    room,
  );
  const at = useTurns(groups.length);
  if (count < 2) return null;
  const group = groups[at % Math.max(1, groups.length)] ?? [];
  const more = alarms.length - group.length;
  return (
    <Strip
      role="status"
      aria-label={strings.text('WallAlarms')}
      className={alarms.length > 0 ? 'critical' : undefined}
    >
      {alarms.length > 0 ? (
        <>
          <StateIcon state="error" />
          <ul>
            {group.map((index) => {
              const { key, label, value } = alarms[index] ?? { key: '', label: '', value: '' };
              return (
                <li key={key}>
                  <span dir="auto">{label}</span> <b>{value}</b>
                </li>
              );
            })}
          </ul>
          {more > 0 ? <span className="more">{strings.text('WallAlarmsMore', { count: more })}</span> : null}
        </>
      ) : (
        <span>{strings.text('WallNoAlarms')}</span>
      )}
    </Strip>
  );
}

/** Counts up while there is more than one group. */
function useTurns(groups: number): number {
  const [turns, setTurns] = React.useState(0);
  React.useEffect(() => {
    if (groups < 2) return undefined;
    const timer = setInterval(() => setTurns((before) => before + 1), groupTime);
    return () => clearInterval(timer);
  }, [groups]);
  return turns;
}

const Strip = styled('div')`
  flex: none;
  box-sizing: border-box;
  height: 7.2vmin;
  display: flex;
  align-items: center;
  gap: 1.6vmin;
  padding: 0 2vmin;
  overflow: hidden;
  border: 1px solid ${themeGet('borderColors.colorBorderWeak')};
  border-radius: 8px;
  color: ${themeGet('textColors.colorTextWeak')};
  font-size: 2.6vmin;
  white-space: nowrap;
  font-variant-numeric: tabular-nums;
  &.critical {
    border-color: transparent;
    /* The red of a critical tile, the same in all themes. */
    color: #fff;
    background: #d61f1f;
    font-size: 4.7vmin;
    line-height: 1;
  }
  ul {
    flex: 1 1 0;
    min-width: 0;
    display: flex;
    gap: 0 1.2em;
    margin: 0;
    padding: 0.15em 0;
    overflow: hidden;
    list-style: none;
  }
  li {
    flex: none;
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    line-height: 1.2;
  }
  li + li {
    border-left: 2px solid currentColor;
    margin-left: -0.6em;
    padding-left: 0.6em;
  }
  b {
    font-weight: 700;
  }
  .more {
    flex: none;
  }
  svg {
    flex: none;
    width: 1em;
    height: 1em;
  }
`;
