import * as React from 'react';
import { styled, themeGet } from '../../../paste/styling';
import { useStrings } from '../../../strings/StringsContext';
import type { RegisteredKind } from '../../../visuals/VisualKind';

export interface VisualPickerProps {
  readonly kinds: readonly RegisteredKind[];
  /** The kind that is chosen. */
  readonly kind: string;
  /** Of the group of radio buttons, one on each screen. */
  readonly name: string;
  readonly onChoose: (kind: RegisteredKind) => void;
}

/** How to show something: a picture and a word for each kind of tile. */
export function VisualPicker({ kinds, kind, name, onChoose }: VisualPickerProps): React.ReactElement {
  const { text } = useStrings();
  return (
    <Picker>
      <legend>{text('PanelShowAs')}</legend>
      {kinds.map((each) =>
        each.form ? (
          <label key={each.kind}>
            <input type="radio" name={name} checked={each.kind === kind} onChange={() => onChoose(each)} />
            <span>
              <svg viewBox="0 0 24 16" aria-hidden="true" focusable="false">
                <path d={each.form.icon} fill="currentColor" fillRule="evenodd" />
              </svg>
              <span>{text(each.form.name)}</span>
            </span>
          </label>
        ) : null,
      )}
    </Picker>
  );
}

const Picker = styled('fieldset')`
  &&& {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(4.5rem, 1fr));
    gap: 0.5rem;
    padding: 0;
    border: 0;
  }
  && legend {
    float: left;
    grid-column: 1 / -1;
    padding: 0;
    font-size: 0.875rem;
    font-weight: 600;
  }
  && label {
    position: relative;
    white-space: normal;
    cursor: pointer;
  }
  input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  label > span {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 0.25rem;
    padding: 0.5rem 0.25rem 0.375rem;
    border: 1px solid ${themeGet('borderColors.colorBorder')};
    border-radius: 6px;
    font-size: 0.75rem;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
  }
  svg {
    width: 1.5rem;
    height: 1rem;
  }
  input:hover + span {
    border-color: ${themeGet('borderColors.colorBorderPrimary')};
  }
  input:checked + span {
    color: ${themeGet('textColors.colorTextLinkStronger')};
    border-color: ${themeGet('borderColors.colorBorderPrimary')};
    box-shadow: inset 0 0 0 1px ${themeGet('borderColors.colorBorderPrimary')};
  }
  input:focus-visible + span {
    outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    input:checked + span {
      outline: 2px solid Highlight;
    }
  }
`;
