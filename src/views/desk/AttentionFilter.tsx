import * as React from 'react';
import type { ReadableStore } from '../../model/store/Store';
import { styled, themeGet } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';
import { StateIcon } from '../../visuals/StateIcon';
import { useAmber } from '../../visuals/useAmber';
import type { BoardStatus } from '../board/boardState';
import { primaryIssue } from '../board/primaryIssue';
import type { Severity } from '../board/severity';
import type { Severities } from '../board/useSeverities';
import { useSelected } from '../board/useSelected';

export interface AttentionFilterProps {
  readonly status: ReadableStore<BoardStatus>;
  /** Of each tile that needs attention. */
  readonly severities: Severities;
  /** Only tiles of these are shown; all while it is empty. */
  readonly filter: ReadonlySet<Severity>;
  readonly onFilter: (filter: ReadonlySet<Severity>) => void;
}

/** The worst first. */
const kinds = [
  { severity: 0, name: 'critical', icon: 'error', words: 'CriticalTiles' },
  { severity: 1, name: 'warning', icon: 'warning', words: 'WarningTiles' },
  { severity: 2, name: 'broken', icon: 'broken', words: 'BrokenTiles' },
] as const;

const isPresent = (status: BoardStatus): boolean =>
  primaryIssue(status) === undefined && status.data.status === 'present';

/** How many tiles need attention, and a filter that shows these alone. Tiles are counted, not what is inside them. */
export function AttentionFilter({
  status,
  severities,
  filter,
  onFilter,
}: AttentionFilterProps): React.ReactElement {
  const { text } = useStrings();
  const { mark } = useAmber();
  const isNow = useSelected(status, isPresent);
  const [focused, setFocused] = React.useState<Severity>();
  const counted = kinds.map((kind) => ({
    ...kind,
    count: [...severities.values()].filter((severity) => severity === kind.severity).length,
  }));
  // What has the focus stays, whatever becomes of its tiles, so that the focus is not lost.
  const shown = counted.filter(
    ({ count, severity }) => count > 0 || filter.has(severity) || severity === focused,
  );
  const toggle = (severity: Severity): void => {
    const next = new Set(filter);
    if (!next.delete(severity)) next.add(severity);
    onFilter(next);
  };
  return (
    <Counter
      role="group"
      aria-label={text('NeedsAttention')}
      data-past={isNow ? undefined : ''}
      style={{ '--amber': mark } as React.CSSProperties}
    >
      {shown.map(({ severity, name, icon, words, count }) => (
        <button
          key={severity}
          type="button"
          data-kind={name}
          aria-pressed={filter.has(severity)}
          onClick={() => toggle(severity)}
          onFocus={() => setFocused(severity)}
          onBlur={() => setFocused(undefined)}
        >
          <StateIcon state={icon} />
          <span className="full">{text(words, { count })}</span>
          <span className="short" aria-hidden="true">
            {count}
          </span>
        </button>
      ))}
      {shown.length === 0 && isNow ? (
        <p>
          <StateIcon state="success" />
          <span className="full">{text('NothingNeedsAttention')}</span>
        </p>
      ) : null}
    </Counter>
  );
}

const Counter = styled('div')`
  flex: none;
  display: flex;
  height: 2.25rem;
  color: ${themeGet('textColors.colorText')};
  font: 600 0.875rem/1.25rem ${themeGet('fonts.fontFamilyText')};
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
  > button,
  > p {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    margin: 0;
    padding: 0 0.75rem;
    font: inherit;
    color: inherit;
  }
  > p {
    padding: 0;
    font-weight: 400;
    color: ${themeGet('textColors.colorTextWeak')};
  }
  > button {
    border: 1px solid ${themeGet('borderColors.colorBorder')};
    border-radius: 0;
    background: ${themeGet('backgroundColors.colorBackgroundBody')};
    cursor: pointer;
  }
  > button + button {
    margin-left: -1px;
  }
  > button:first-of-type {
    border-start-start-radius: 6px;
    border-end-start-radius: 6px;
  }
  > button:last-of-type {
    border-start-end-radius: 6px;
    border-end-end-radius: 6px;
  }
  > button:hover,
  > button:focus-visible {
    position: relative;
    border-color: ${themeGet('borderColors.colorBorderPrimary')};
  }
  > button:focus-visible {
    outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
    outline-offset: 2px;
  }
  > button[aria-pressed='true'] {
    color: ${themeGet('textColors.colorTextInverse')};
    background: ${themeGet('backgroundColors.colorBackgroundInverse')};
  }
  /* How it was when the numbers were new. */
  &[data-past] > button {
    border-style: dashed;
  }
  svg {
    flex: none;
    width: 1em;
    height: 1em;
  }
  p svg {
    color: ${themeGet('textColors.colorTextSuccess')};
  }
  > button[aria-pressed='false'][data-kind='critical'] svg {
    color: ${themeGet('textColors.colorTextError')};
  }
  > button[aria-pressed='false'][data-kind='warning'] svg {
    color: var(--amber);
  }
  @media (forced-colors: active) {
    > button[aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -4px;
    }
    && svg {
      color: inherit;
    }
  }
`;
