import * as React from 'react';
import { describeProblem } from '../../../visuals/describeProblem';
import { Button } from '../../../ui/Button';
import type { Reading } from '../../../model/metric/Reading';
import { styled, themeGet } from '../../../paste/styling';
import { useStrings } from '../../../strings/StringsContext';
import { kinds } from '../../../visuals/registry';
import type { RegisteredKind } from '../../../visuals/VisualKind';
import { Fields } from '../dialog/Fields';
import { schemaOf } from '../tile-editor/visualAs';
import { findTemplates, type TemplateEntry } from './findTemplates';
import { moveFocus } from './moveFocus';
import { ReadingFace } from './ReadingFace';
import type { TemplateKey } from './templates';
import { reasonNotGiven } from './templateWords';

export interface TemplateGalleryProps {
  /** By theme. */
  readonly entries: readonly TemplateEntry[];
  readonly readings: ReadonlyMap<TemplateKey, Reading>;
  readonly search: string;
  /** The template to go on from; undefined for the search. */
  readonly from: TemplateKey | undefined;
  readonly onSearch: (search: string) => void;
  readonly onChoose: (template: TemplateKey) => void;
  readonly onStartEmpty: () => void;
  readonly onStartKind: (kind: RegisteredKind) => void;
}

/** All templates by theme, each with its value now. Enter in the search takes the first that is found; arrows go from one to the next. */
export function TemplateGallery(props: TemplateGalleryProps): React.ReactElement {
  const { entries, readings, search, from, onSearch, onChoose, onStartEmpty, onStartKind } = props;
  const { text } = useStrings();
  const whole = React.useRef<HTMLDivElement>(null);
  const field = React.useRef<HTMLInputElement>(null);
  const { found, isNearest } = findTemplates(search, entries);
  const named = reasonNotGiven(search);
  const hasChannels = readings.get('channelWaiting')?.status === 'value';
  const reason = named === 'GalleryNotChannels' && hasChannels ? undefined : named;
  const headings = [...new Set(found.map(({ heading }) => heading))];

  // Where the focus begins; from then on it goes where somebody takes it.
  const begin = React.useRef(from);
  React.useEffect(() => {
    const key = begin.current;
    const last = key && whole.current?.querySelector<HTMLElement>(`[data-template="${key}"]`);
    (last || field.current)?.focus();
  }, []);

  return (
    <div ref={whole} onKeyDown={(event) => moveFocus(event, '[data-template]', field.current)}>
      <Top>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (found[0]) onChoose(found[0].key);
          }}
        >
          <label>
            {text('GallerySearch')}
            <input
              ref={field}
              type="search"
              value={search}
              onChange={({ target }) => onSearch(target.value)}
            />
          </label>
        </form>
        <Button type="button" onClick={onStartEmpty}>
          {text('GalleryStartEmpty')}
        </Button>
        {kinds.map((kind) =>
          kind.form && !schemaOf(kind).metric?.isRequired ? (
            <Button key={kind.kind} type="button" onClick={() => onStartKind(kind)}>
              {text(kind.form.name)}
            </Button>
          ) : null,
        )}
      </Top>
      <p role="status">
        {isNearest ? text(found.length > 0 ? 'GalleryNearest' : 'GalleryNothingFound', { search }) : null}{' '}
        {reason && text(reason)}
      </p>
      {headings.map((heading) => (
        <section key={heading} aria-label={heading}>
          <h3>{heading}</h3>
          <Grid>
            {found
              .filter((entry) => entry.heading === heading)
              .map(({ key, label, description }) => (
                <TemplateTile
                  key={key}
                  template={key}
                  label={label}
                  description={description}
                  reading={readings.get(key)}
                  onChoose={onChoose}
                />
              ))}
          </Grid>
        </section>
      ))}
    </div>
  );
}

interface TemplateTileProps {
  readonly template: TemplateKey;
  readonly label: string;
  readonly description: string;
  readonly reading: Reading | undefined;
  readonly onChoose: (template: TemplateKey) => void;
}

function TemplateTile({
  template,
  label,
  description,
  reading,
  onChoose,
}: TemplateTileProps): React.ReactElement {
  const { text } = useStrings();
  return (
    <Choice type="button" data-template={template} onClick={() => onChoose(template)}>
      <b>{label}</b> {reading ? <ReadingFace reading={reading} /> : null}{' '}
      <small>{reading && 'problem' in reading ? describeProblem(reading.problem, text) : description}</small>
    </Choice>
  );
}

const Top = styled(Fields)`
  position: sticky;
  top: -0.25rem;
  z-index: 1;
  display: flex;
  flex-wrap: wrap;
  align-items: flex-end;
  gap: 0.75rem;
  padding: 0.25rem 0 0.75rem;
  background: ${themeGet('backgroundColors.colorBackgroundBody')};
  form {
    flex: 1 1 14rem;
  }
`;

const Grid = styled('div')`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(13.5rem, 100%), 1fr));
  gap: 0.625rem;
`;

const Choice = styled('button')`
  display: flex;
  flex-direction: column;
  gap: 0.125rem;
  padding: 0.625rem 0.75rem;
  border: 1px solid ${themeGet('borderColors.colorBorderWeak')};
  border-radius: 8px;
  background: none;
  color: inherit;
  font: inherit;
  text-align: left;
  cursor: pointer;
  overflow-wrap: anywhere;
  scroll-margin-top: 6rem;
  b {
    font-weight: 600;
  }
  small {
    color: ${themeGet('textColors.colorTextWeak')};
    font-size: 0.8125rem;
    line-height: 1.4;
  }
  &:hover {
    border-color: ${themeGet('borderColors.colorBorderPrimary')};
  }
  &:focus-visible {
    outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
    outline-offset: 1px;
  }
`;
