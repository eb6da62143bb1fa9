import { styled, themeGet } from '../../paste/styling';

/**
 * The header of a board: one row, two where the view is narrow. Rows have a height of their own and nothing in them wraps, so that
 * no tile moves when the words change. Panels open over the tiles.
 *
 * Inside, of two elements with the classes `full` and `short` one is seen; `board-day` and `board-actions` give way as well.
 */
export const BoardHeader = styled('div')`
  container-type: inline-size;
  position: relative;
  z-index: 2;
  flex: none;
  .board-head {
    display: flex;
    align-items: center;
    gap: 0 0.75rem;
    height: 2.25rem;
  }
  .board-title {
    flex: 1 1 auto;
    display: flex;
    align-items: baseline;
    gap: 0.75rem;
    min-width: 0;
  }
  h1 {
    flex: 0 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 1.25rem;
    line-height: 2.25rem;
  }
  .board-day {
    flex: 0 1000 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: ${themeGet('textColors.colorTextWeak')};
    font: 400 0.8125rem/1.25rem ${themeGet('fonts.fontFamilyText')};
  }
  .short {
    display: none;
  }
  /* What could not be drawn says so, in the room that it needs. */
  .board-head.board-head:has([data-failed]) {
    flex-wrap: wrap;
    height: auto;
  }
  .row-end {
    display: none;
  }
  ${/* The parser leaves what is in a container query without a selector, so it needs one of its own. */ ''}
  @container (max-width: 66rem) {
    .board-head.board-head {
      flex-wrap: wrap;
      row-gap: 0.5rem;
      height: 5rem;
    }
    /* While somebody edits there is only one row. */
    .board-head.board-head:not(:has([role='search'])) {
      height: 2.25rem;
    }
    /* A long title is cut before the freshness goes to another row. */
    .board-head .board-title {
      flex-basis: 0;
    }
    .board-head .row-end {
      display: block;
      flex: 0 0 100%;
      height: 0;
      margin-bottom: -0.5rem;
    }
    .board-head [role='search'] {
      flex: 1 1 0;
    }
    /* The second row reaches below its box. */
    .board-choices.board-choices {
      margin-top: 1rem;
    }
  }
  @container (max-width: 44rem) {
    .board-head .board-day {
      display: none;
    }
    .board-head .full {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip: rect(0 0 0 0);
    }
    .board-head .short {
      display: inline;
    }
    .board-head.board-head {
      column-gap: 0.5rem;
    }
  }
  @container (max-width: 36rem) {
    .board-head .board-actions > .more {
      display: block;
    }
    .board-head .board-actions > .actions {
      display: none;
    }
    .board-head .board-actions.open > .actions {
      position: absolute;
      z-index: 3;
      top: calc(100% + 0.25rem);
      right: 0;
      display: grid;
      gap: 0.5rem;
      padding: 0.5rem;
      border-width: 1px;
      border-style: solid;
      border-radius: 8px;
      box-shadow: 0 4px 16px rgba(18, 28, 45, 0.2);
    }
  }
`;
