import * as React from 'react';
import { sectionsOf, type Board } from '../../../model/board/Board';
import { useStrings } from '../../../strings/StringsContext';

export interface SectionFieldProps {
  readonly board: Board;
  /** Undefined before all sections. */
  readonly section: string | undefined;
  readonly onChange: (section: string | undefined) => void;
}

/** No section can be called that, as the names of sections have no blanks around them. */
const newSection = ' new ';

/** The section that a tile is in, or a new one, which is made when its name is left or Enter is pressed. */
export function SectionField({ board, section, onChange }: SectionFieldProps): React.ReactElement {
  const { text } = useStrings();
  const [typed, setTyped] = React.useState<string>();
  const settle = (): void => {
    if (typed !== undefined && typed.trim() !== '') onChange(typed.trim());
    setTyped(undefined);
  };
  return (
    <>
      <label>
        {text('WorkbenchSection')}
        <select
          value={typed === undefined ? (section ?? '') : newSection}
          onChange={({ target: { value } }) => {
            if (value === newSection) return setTyped('');
            setTyped(undefined);
            onChange(value || undefined);
          }}
        >
          <option value="">{text('PanelNoSection')}</option>
          {sectionsOf(board).map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
          <option value={newSection}>{text('PanelNewSection')}</option>
        </select>
      </label>
      {typed === undefined ? null : (
        <label>
          {text('PanelSectionName')}
          <input
            dir="auto"
            autoFocus
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onBlur={settle}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              settle();
            }}
          />
        </label>
      )}
    </>
  );
}
