import * as React from 'react';
import { useStrings } from '../../strings/StringsContext';
import { checkFormula } from './checkFormula';
import type { FormulaEditor } from './createFormulaEditor';
import { createFormulaEditor } from './createFormulaEditor';
import { describeValue } from './describeValue';
import type { FormulaFieldHandle, FormulaFieldProps } from './FormulaFieldProps';
import { FieldLayout } from './FieldLayout';

/** Where a formula is written: coloured, checked while it is typed, with its value over the data of this moment. */
export const FormulaField = React.forwardRef<FormulaFieldHandle, FormulaFieldProps>(function FormulaField(
  { id, label, value, onChange, data, problem },
  handle,
) {
  const strings = useStrings();
  const place = React.useRef<HTMLDivElement>(null);
  const editor = React.useRef<FormulaEditor>();
  const changed = React.useRef(onChange);
  changed.current = onChange;
  const first = React.useRef(value);

  React.useLayoutEffect(() => {
    if (!place.current) return undefined;
    const created = createFormulaEditor(place.current, first.current, {
      onChange: (text) => changed.current(text),
      onSelect: () => undefined,
    });
    editor.current = created;
    created.textarea.id = id;
    return () => created.remove();
  }, [id]);

  React.useLayoutEffect(() => editor.current?.show(value), [value]);

  const check = React.useMemo(() => checkFormula(value, data), [value, data]);
  const message = check.kind === 'problem' ? check.message : problem;
  const span = check.kind === 'problem' ? check.span : undefined;
  React.useLayoutEffect(() => editor.current?.underline(span), [span]);
  React.useLayoutEffect(() => {
    const textarea = editor.current?.textarea;
    textarea?.setAttribute('aria-describedby', `${id}-result`);
    textarea?.setAttribute('aria-invalid', String(message !== undefined));
  }, [id, message]);

  React.useImperativeHandle(handle, () => ({
    insert: (text) => editor.current?.replace(editor.current.selection, text),
    focus: () => editor.current?.textarea.focus(),
  }));

  return (
    <FieldLayout>
      <label htmlFor={id}>{label}</label>
      <div className="formula-frame">
        <div ref={place} />
      </div>
      <p id={`${id}-result`} className={message === undefined ? 'formula-value' : 'formula-problem'}>
        {message ??
          (check.kind === 'value' ? describeValue(check.value, strings) : strings.text('NoDataYet'))}
      </p>
    </FieldLayout>
  );
});
