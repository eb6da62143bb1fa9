import * as React from 'react';
import { styled, themeGet } from '../../../paste/styling';
import { useStrings } from '../../../strings/StringsContext';

export interface NamesFieldProps {
  readonly label: string;
  /** In their order. */
  readonly names: readonly string[];
  readonly chosen: readonly string[];
  readonly isWrong: boolean;
  readonly onChange: (names: readonly string[]) => void;
}

/** More than so many are searched and not only looked through. */
const fewNames = 8;

/** Some of several names: a search where there are many, and all of those that are found at once. */
export function NamesField({ label, names, chosen, isWrong, onChange }: NamesFieldProps): React.ReactElement {
  const { text, locale } = useStrings();
  const [search, setSearch] = React.useState('');
  const wanted = search.trim().toLocaleLowerCase(locale);
  const found = names.filter((name) => name.toLocaleLowerCase(locale).includes(wanted));
  const areAll = found.length > 0 && found.every((name) => chosen.includes(name));
  const choose = (some: readonly string[], isChosen: boolean): void =>
    onChange(names.filter((name) => (some.includes(name) ? isChosen : chosen.includes(name))));
  return (
    <Names aria-invalid={isWrong}>
      <legend>{label}</legend>
      {names.length > fewNames ? (
        <label className="names-search">
          {text('GallerySearchNames')}
          <input
            type="search"
            value={search}
            onChange={({ target }) => setSearch(target.value)}
            onKeyDown={(event) => {
              // Enter would add the tile while somebody still chooses.
              if (event.key === 'Enter') event.preventDefault();
            }}
          />
        </label>
      ) : null}
      <label>
        <input type="checkbox" checked={areAll} onChange={({ target }) => choose(found, target.checked)} />{' '}
        <b>{text(wanted === '' ? 'GalleryAllNames' : 'GalleryAllFound', { count: found.length })}</b>
      </label>
      <div className="names-list">
        {found.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={({ target }) => choose([name], target.checked)}
            />{' '}
            {name}
          </label>
        ))}
      </div>
      <p role="status">{text('GalleryChosen', { count: chosen.length, all: names.length })}</p>
    </Names>
  );
}

const Names = styled('fieldset')`
  && {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .names-list {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(9rem, 100%), 1fr));
    gap: 0.25rem 1rem;
    max-height: 12rem;
    overflow-y: auto;
  }
  .names-list label {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  p {
    margin: 0;
    color: ${themeGet('textColors.colorTextWeak')};
  }
`;
