import * as React from 'react';
import { styled, themeGet } from '../paste/styling';
import { useStrings } from '../strings/StringsContext';
import { QuietButton } from '../ui/QuietButton';

export interface BoardToolbarProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** How many tiles are shown, of how many. */
  readonly shown: number;
  readonly all: number;
  readonly isWrongFirst: boolean;
  readonly onWrongFirst: (isWrongFirst: boolean) => void;
}

/** Finding tiles on a long board: by name, or what needs attention first. */
export function BoardToolbar({
  search,
  onSearch,
  shown,
  all,
  isWrongFirst,
  onWrongFirst,
}: BoardToolbarProps): React.ReactElement {
  const strings = useStrings();
  return (
    <Toolbar role="search">
      <span role="status">{search.trim() ? strings.text('TilesFound', { shown, all }) : ''}</span>
      <input
        type="search"
        aria-label={strings.text('SearchTiles')}
        placeholder={strings.text('SearchTiles')}
        value={search}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onSearch('');
        }}
      />
      <QuietButton type="button" aria-pressed={isWrongFirst} onClick={() => onWrongFirst(!isWrongFirst)}>
        {strings.text('WrongFirst')}
      </QuietButton>
    </Toolbar>
  );
}

const Toolbar = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.5rem 0.75rem;
  color: ${themeGet('textColors.colorTextWeak')};
  font: 400 0.875rem/1.25rem ${themeGet('fonts.fontFamilyText')};
  input {
    width: 14rem;
    max-width: 100%;
    box-sizing: border-box;
    padding: 0.375rem 0.75rem;
    font: inherit;
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
