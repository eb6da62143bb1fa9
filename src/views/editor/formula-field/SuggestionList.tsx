import * as React from 'react';
import { useStrings } from '../../../strings/StringsContext';
import type { Completion } from './Completion';
import { describeValue } from './describeValue';
import type { Suggestions } from './useSuggestions';

export interface SuggestionListProps {
  readonly id: string;
  readonly suggestions: Suggestions;
  readonly onTake: (completion: Completion) => void;
  /** Where it hangs, in pixels of the field. */
  readonly place: React.CSSProperties;
}

export const optionId = (id: string, index: number): string => `${id}-${index}`;

/** Suggestions below the cursor, and what the active one means. The text box keeps the focus and names the active one. */
export function SuggestionList({ id, suggestions, onTake, place }: SuggestionListProps): React.ReactElement {
  const strings = useStrings();
  const list = React.useRef<HTMLUListElement>(null);
  const { completions, active } = suggestions;
  React.useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
  }, [completions, active]);
  const chosen = completions[active];

  return (
    <div className="formula-suggestions" style={place}>
      <ul id={id} ref={list} role="listbox" aria-label={strings.text('FormulaSuggestions')}>
        {completions.map((completion, index) => (
          <li
            key={`${completion.insert} ${completion.kind}`}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            aria-describedby={index === active ? `${id}-about` : undefined}
            // The text box would lose the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(completion)}
          >
            <span className={`formula-label token ${tokens[completion.kind]}`}>{completion.label}</span>
            {completion.value !== undefined && completion.kind !== 'queue' ? (
              <span className="formula-now">{describeValue(completion.value, strings)}</span>
            ) : null}
          </li>
        ))}
      </ul>
      <div id={`${id}-about`} className="formula-about">
        {chosen ? <About completion={chosen} /> : null}
      </div>
    </div>
  );
}

/** How each kind is coloured in a formula. */
const tokens: Readonly<Record<Completion['kind'], string>> = {
  parameter: 'name',
  field: 'field',
  queue: 'text',
  activity: 'text',
  word: 'word',
  method: 'method',
  name: 'builtin',
  text: 'text',
};

function About({ completion }: { readonly completion: Completion }): React.ReactElement | null {
  const { text } = useStrings();
  const { signature, documentation, place, insert, kind } = completion;
  // Where more is written than what is listed.
  const isLonger = place !== undefined || ((kind === 'queue' || kind === 'activity') && insert.endsWith(')'));
  const written = signature ?? (isLonger ? insert : undefined);
  if (written === undefined && documentation === undefined) return null;
  return (
    <>
      {written === undefined ? null : <code>{written}</code>}
      {documentation === undefined ? null : <p>{text(documentation)}</p>}
    </>
  );
}
