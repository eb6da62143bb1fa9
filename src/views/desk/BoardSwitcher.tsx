import * as React from 'react';
import { PageHeading } from '../../paste/Heading';
import { styled, themeGet } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';
import { Button } from '../../ui/Button';
import type { BoardChoice } from '../board/boardState';

export interface BoardSwitcherProps {
  /** Of the board that is shown. */
  readonly title: string;
  readonly boards: readonly BoardChoice[];
  /** Id of the board that is shown; undefined where it is none of these. */
  readonly shown: string | undefined;
  readonly onChoose: (id: string) => void;
  /** Somebody wants to make, order or delete boards; left out where nobody may. */
  readonly onManage?: (() => void) | undefined;
  /** Further buttons below the list. */
  readonly children?: React.ReactNode;
}

/** From so many boards on they can be searched. */
const searchedFrom = 7;
/** Letters that are typed within so many milliseconds are one word. */
const wordTime = 700;

/** The title of the board as a button that opens the list of all boards. */
export function BoardSwitcher({
  title,
  boards,
  shown,
  onChoose,
  onManage,
  children,
}: BoardSwitcherProps): React.ReactElement {
  const { text } = useStrings();
  const [isOpen, setOpen] = React.useState(false);
  const opener = React.useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <Switcher
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        close();
      }}
    >
      <PageHeading>
        <button
          ref={opener}
          type="button"
          dir="auto"
          title={text('BoardChoose', { title })}
          aria-haspopup="listbox"
          aria-expanded={isOpen}
          data-board-switcher=""
          onClick={() => setOpen(!isOpen)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || isOpen) return;
            event.preventDefault();
            setOpen(true);
          }}
        >
          <span>{title}</span>
          <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d="M3 5.5 8 10.5l5-5" fill="none" stroke="currentColor" strokeWidth="2" />
          </svg>
        </button>
      </PageHeading>
      {isOpen ? (
        <div className="boards">
          <BoardList
            boards={boards}
            shown={shown}
            onChoose={(id) => {
              close();
              if (id !== shown) onChoose(id);
            }}
          />
          {children}
          {onManage ? (
            <Button
              type="button"
              onClick={() => {
                close();
                onManage();
              }}
            >
              {text('BoardManage')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </Switcher>
  );
}

type BoardListProps = Pick<BoardSwitcherProps, 'boards' | 'shown' | 'onChoose'>;

/** The list has the focus, or the field that searches it; arrows go through it, and letters to the board that begins with them. */
function BoardList({ boards, shown, onChoose }: BoardListProps): React.ReactElement {
  const { text } = useStrings();
  const [search, setSearch] = React.useState('');
  const [active, setActive] = React.useState(shown ?? boards[0]?.id);
  const typed = React.useRef({ word: '', at: 0 });
  const field = React.useRef<HTMLInputElement>(null);
  const list = React.useRef<HTMLUListElement>(null);
  const isSearched = boards.length >= searchedFrom;
  React.useLayoutEffect(() => (isSearched ? field : list).current?.focus(), [isSearched]);
  const found = boards.filter(({ title }) => folded(title).includes(folded(search.trim())));
  const index = Math.max(
    found.findIndex(({ id }) => id === active),
    0,
  );
  const at = found[index];
  React.useLayoutEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView?.({ block: 'nearest' });
  }, [at]);

  const keys: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(index + 1, found.length - 1),
    ArrowUp: Math.max(index - 1, 0),
    ...(!isSearched && { Home: 0, End: found.length - 1 }),
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const to = keys[event.key];
    if (to !== undefined) setActive(found[to]?.id);
    else if (at && (event.key === 'Enter' || (event.key === ' ' && !isSearched))) onChoose(at.id);
    else if (!isSearched && event.key.length === 1 && !event.ctrlKey && !event.metaKey) findTyped(event);
    else return;
    event.preventDefault();
  };
  const findTyped = ({ key, timeStamp }: React.KeyboardEvent): void => {
    const { word, at: before } = typed.current;
    typed.current = { word: timeStamp - before < wordTime ? word + key : key, at: timeStamp };
    const begins = ({ title }: BoardChoice): boolean => folded(title).startsWith(folded(typed.current.word));
    const next = [...found.slice(index + (word === '' ? 1 : 0)), ...found].find(begins);
    if (next) setActive(next.id);
  };
  const optionId = (id: string): string => `realtime-dashboard-board-${id}`;
  const described = { 'aria-activedescendant': at && optionId(at.id), onKeyDown };
  return (
    <>
      {isSearched ? (
        <input
          ref={field}
          type="search"
          role="combobox"
          aria-expanded
          aria-controls="realtime-dashboard-boards"
          aria-autocomplete="list"
          aria-label={text('BoardSearch')}
          placeholder={text('BoardSearch')}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
          {...described}
        />
      ) : null}
      <ul
        ref={list}
        id="realtime-dashboard-boards"
        role="listbox"
        aria-label={text('BoardList')}
        {...(isSearched ? {} : { tabIndex: 0, ...described })}
      >
        {found.map(({ id, title }) => (
          // The keys are those of the list: an option never has the focus.
          <li
            key={id}
            id={optionId(id)}
            role="option"
            dir="auto"
            aria-selected={id === shown}
            data-active={id === at?.id ? '' : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(id)}
          >
            {title}
          </li>
        ))}
      </ul>
      <p role="status">
        {found.length === 0 && search !== '' ? text('BoardNoneFound', { search: search.trim() }) : null}
      </p>
    </>
  );
}

/** As it is compared: without accents, in lower case. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const Switcher = styled('div')`
  position: relative;
  flex: 0 1 auto;
  min-width: 0;
  h1 {
    /* The button reaches out of it. */
    overflow: visible;
  }
  h1 > button {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    /* The heading is as much narrower as the button reaches out of it. */
    max-width: calc(100% + 0.5rem);
    height: 2.25rem;
    margin-left: -0.5rem;
    padding: 0 0.5rem;
    font: inherit;
    color: inherit;
    background: none;
    border: 1px solid transparent;
    border-radius: 6px;
    cursor: pointer;
  }
  h1 > button > span {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  h1 > button > svg {
    flex: none;
    width: 0.75rem;
    height: 0.75rem;
  }
  h1 > button:hover,
  h1 > button[aria-expanded='true'] {
    border-color: ${themeGet('borderColors.colorBorderPrimary')};
  }
  h1 > button:focus-visible {
    outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
    outline-offset: -2px;
  }
  > .boards {
    position: absolute;
    z-index: 3;
    top: calc(100% + 0.25rem);
    left: -0.5rem;
    display: grid;
    gap: 0.5rem;
    box-sizing: border-box;
    width: max-content;
    min-width: 14rem;
    max-width: min(24rem, 85vw);
    padding: 0.5rem;
    color: ${themeGet('textColors.colorText')};
    background: ${themeGet('backgroundColors.colorBackgroundBody')};
    border: 1px solid ${themeGet('borderColors.colorBorderWeak')};
    border-radius: 8px;
    box-shadow: 0 4px 16px rgba(18, 28, 45, 0.2);
    font: 400 0.875rem/1.25rem ${themeGet('fonts.fontFamilyText')};
  }
  input {
    height: 2.25rem;
    padding: 0 0.75rem;
    font: inherit;
    color: inherit;
    background: ${themeGet('backgroundColors.colorBackgroundBody')};
    border: 1px solid ${themeGet('borderColors.colorBorder')};
    border-radius: 6px;
  }
  ul {
    max-height: min(24rem, 60vh);
    margin: 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
    outline: none;
  }
  li {
    padding: 0.5rem 0.75rem;
    border-radius: 6px;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  li[aria-selected='true'] {
    font-weight: 700;
  }
  li:hover,
  input:focus ~ ul > li[data-active],
  ul:focus > li[data-active] {
    background: ${themeGet('backgroundColors.colorBackgroundPrimaryWeakest')};
    box-shadow: inset 3px 0 0 ${themeGet('borderColors.colorBorderPrimary')};
  }
  p {
    margin: 0;
  }
  p:empty {
    display: none;
  }
`;
