import * as React from 'react';
import { describeProblem } from '../../../visuals/describeProblem';
import type { Span } from '../../../model/formula';
import { useStrings } from '../../../strings/StringsContext';
import { checkFormula } from './checkFormula';
import { createFormulaEditor, type FormulaEditor } from './createFormulaEditor';
import { FieldLayout } from './FieldLayout';
import type { FormulaFieldHandle, FormulaFieldProps } from './FormulaFieldProps';
import { FormulaKeys } from './FormulaKeys';
import { FormulaResult } from './FormulaResult';
import { PartResult } from './PartResult';
import { optionId, SuggestionList } from './SuggestionList';
import { useSettled } from './useSettled';
import { useSuggestions } from './useSuggestions';

/** How long nobody must have typed before a formula is found wrong: it is wrong after nearly every key. Milliseconds. */
const pause = 600;

/** Where a formula is written: coloured, with suggestions from the data of this moment, its value, and the place of a mistake. */
export const FormulaField = React.forwardRef<FormulaFieldHandle, FormulaFieldProps>(function FormulaField(
  { id, label, value, onChange, data, board, problem },
  handle,
) {
  const { text } = useStrings();
  const frame = React.useRef<HTMLDivElement>(null);
  const place = React.useRef<HTMLDivElement>(null);
  const editor = React.useRef<FormulaEditor>();
  const [selection, setSelection] = React.useState<Span>();
  const control = useSuggestions(editor, data, board);
  const { suggestions, take } = control;
  // What the editor calls outlives a drawing, and must see the newest.
  const newest = React.useRef({ control, onChange });
  newest.current = { control, onChange };
  const first = React.useRef(value);

  React.useLayoutEffect(() => {
    if (!place.current) return undefined;
    const created = createFormulaEditor(place.current, first.current, {
      onChange: (changed) => {
        newest.current.onChange(changed);
        newest.current.control.onTyped();
      },
      onSelect: (selected) => {
        setSelection(selected);
        newest.current.control.onSelect();
      },
    });
    const { textarea } = created;
    const press = (event: KeyboardEvent): void => newest.current.control.onKeyDown(event);
    const leave = (): void => newest.current.control.onBlur();
    textarea.addEventListener('keydown', press, true);
    textarea.addEventListener('blur', leave);
    textarea.id = id;
    textarea.setAttribute('aria-autocomplete', 'list');
    textarea.setAttribute('aria-describedby', `${id}-problem ${id}-value`);
    editor.current = created;
    return () => {
      editor.current = undefined;
      created.remove();
    };
  }, [id]);

  React.useLayoutEffect(() => editor.current?.show(value), [value]);

  const check = React.useMemo(() => checkFormula(value, data, board), [value, data, board]);
  // A field that was empty from the start and still is has not been filled in yet, which is no mistake.
  const isUntouched = value === '' && first.current === '';
  const isSettled = useSettled(value, pause) && !isUntouched;
  const span = isSettled && check.kind === 'problem' ? check.span : undefined;
  React.useLayoutEffect(() => editor.current?.underline(span), [span]);

  const wrong = check.kind === 'problem' ? describeProblem(check.problem, text) : problem;
  const listId = `${id}-suggestions`;
  React.useLayoutEffect(() => {
    const set = (name: string, content: string | undefined): void => {
      if (content === undefined) editor.current?.textarea.removeAttribute(name);
      else editor.current?.textarea.setAttribute(name, content);
    };
    set('aria-invalid', isSettled && wrong !== undefined ? 'true' : undefined);
    set('aria-controls', suggestions && listId);
    set('aria-activedescendant', suggestions && optionId(listId, suggestions.active));
  });

  React.useImperativeHandle(handle, () => ({
    insert: (inserted) => {
      const { current } = editor;
      current?.replace(current.selection, inserted);
      newest.current.control.onBlur();
    },
    focus: () => editor.current?.textarea.focus(),
  }));

  return (
    <FieldLayout>
      <label htmlFor={id}>{label}</label>
      <div className="formula-frame" ref={frame}>
        <div ref={place} />
        {suggestions ? (
          <SuggestionList
            id={listId}
            suggestions={suggestions}
            onTake={take}
            place={placeOfList(frame.current, editor.current)}
          />
        ) : null}
      </div>
      <div className="formula-hidden" role="status">
        {suggestions ? text('FormulaSuggestionCount', { count: suggestions.completions.length }) : ''}
      </div>
      <FormulaResult id={id} check={check} problem={isSettled ? wrong : undefined} />
      <PartResult formula={value} selection={selection} data={data} />
      <FormulaKeys />
    </FieldLayout>
  );
});

/** As high as the list gets, with what is said below it, and as wide: pixels. */
const listSize = { width: 416, height: 272 };

/** Below the cursor, or above it where there is no room. */
function placeOfList(frame: HTMLElement | null, editor: FormulaEditor | undefined): React.CSSProperties {
  if (!frame || !editor) return {};
  const around = frame.getBoundingClientRect();
  const { left, top, bottom } = editor.cursorPlace();
  const isAbove = bottom + listSize.height > window.innerHeight && top > listSize.height;
  const room = Math.max(around.width - listSize.width, 0);
  return {
    left: Math.min(Math.max(left - around.left, 0), room),
    width: Math.min(listSize.width, around.width),
    ...(isAbove ? { bottom: around.bottom - top + 2 } : { top: bottom - around.top + 2 }),
  };
}
