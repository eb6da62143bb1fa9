import * as React from 'react';
import { ScreenReaderOnly } from '../../paste/ScreenReaderOnly';
import { styled, themeGet } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';

export interface BoardSearchProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** How many tiles are shown, of how many. */
  readonly shown: number;
  readonly all: number;
}

/** Finds tiles of a long board by name. Escape empties the field. */
export function BoardSearch({ search, onSearch, shown, all }: BoardSearchProps): React.ReactElement {
  const { text } = useStrings();
  const found = search.trim() ? text('TilesFound', { shown, all }) : '';
  return (
    <Search role="search">
      <input
        type="search"
        aria-label={text('SearchTiles')}
        placeholder={text('Search')}
        value={search}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onSearch('');
        }}
      />
      <ScreenReaderOnly role="status">{found}</ScreenReaderOnly>
    </Search>
  );
}

const Search = styled('div')`
  position: relative;
  flex: 0 1 9.5rem;
  min-width: 5rem;
  input {
    width: 100%;
    height: 2.25rem;
    box-sizing: border-box;
    padding: 0 0.75rem;
    font: 400 0.875rem/1.25rem ${themeGet('fonts.fontFamilyText')};
    color: ${themeGet('textColors.colorText')};
    background: ${themeGet('backgroundColors.colorBackgroundBody')};
    border: 1px solid ${themeGet('borderColors.colorBorder')};
    border-radius: 6px;
  }
  input::placeholder {
    color: ${themeGet('textColors.colorTextWeak')};
    opacity: 1;
  }
  input:focus-visible {
    outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
    outline-offset: 2px;
  }
`;
