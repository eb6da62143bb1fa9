import { createEditor } from 'prism-code-editor';
import { cursorPosition } from 'prism-code-editor/cursor';
import { highlightBracketPairs } from 'prism-code-editor/highlight-brackets';
import { matchBrackets } from 'prism-code-editor/match-brackets';
import { insertText } from 'prism-code-editor/utils';
import type { Span } from '../../../model/formula';
import { formulaLanguage, registerFormulaLanguage } from './formulaLanguage';

export interface FormulaEditorEvents {
  /** Somebody typed, pasted, undid or inserted. */
  readonly onChange: (value: string) => void;
  /** The cursor or the selection is elsewhere. `start` equals `end` when nothing is selected. */
  readonly onSelect: (selection: Span) => void;
}

/** A text box with coloured text, and what the field does with it. */
export interface FormulaEditor {
  /** A native one: its label, description and keys are those of any other. */
  readonly textarea: HTMLTextAreaElement;
  readonly value: string;
  readonly selection: Span;
  /** Shows another text; no event follows, and the browser forgets what could be undone. */
  show(value: string): void;
  /** Replaces a part as if it had been typed, so that it can be undone; the cursor goes to `caret`, or behind it. */
  replace(part: Span, text: string, caret?: number): void;
  /** Underlines a part; undefined underlines nothing. */
  underline(part: Span | undefined): void;
  /** The cursor on the screen, in pixels of the viewport. */
  cursorPlace(): { readonly left: number; readonly top: number; readonly bottom: number };
  remove(): void;
}

/** Puts an editor into an element. */
export function createFormulaEditor(
  place: HTMLElement,
  value: string,
  { onChange, onSelect }: FormulaEditorEvents,
): FormulaEditor {
  registerFormulaLanguage();
  const [before, mistake, after] = [new Text(), document.createElement('span'), new Text()];
  const underlay = document.createElement('div');
  let underlined: Span | undefined;
  underlay.className = 'formula-underlay';
  underlay.setAttribute('aria-hidden', 'true');
  underlay.append(before, mistake, after);

  let isShowing = true;
  const cursor = cursorPosition();
  const editor = createEditor(
    place,
    {
      language: formulaLanguage,
      value,
      lineNumbers: false,
      wordWrap: true,
      onUpdate: (text) => {
        draw();
        if (!isShowing) onChange(text);
      },
      onSelectionChange: ([start, end]) => {
        if (!isShowing) onSelect({ start, end });
      },
    },
    matchBrackets(false),
    highlightBracketPairs(),
    cursor,
  );
  isShowing = false;
  // Escape belongs to the dialog around the field; the editor would leave the text box.
  editor.keyCommandMap['Escape'] = null;

  editor.lines[0]?.append(underlay);

  function draw(): void {
    if (!underlay.isConnected) return;
    const text = editor.value;
    const end = Math.min(underlined?.end ?? 0, text.length);
    // At the very end of the text there is nothing to underline but what stands before.
    const start = Math.min(underlined?.start ?? 0, Math.max(end - 1, 0));
    before.data = text.slice(0, start);
    mistake.textContent = text.slice(start, end);
    mistake.className = underlined ? 'formula-mistake' : '';
    after.data = text.slice(end);
  }

  return {
    textarea: editor.textarea,
    get value() {
      return editor.value;
    },
    get selection() {
      const [start, end] = editor.getSelection();
      return { start, end };
    },
    show(text) {
      if (text === editor.value) return;
      isShowing = true;
      editor.setOptions({ value: text });
      isShowing = false;
    },
    replace({ start, end }, text, caret = start + text.length) {
      insertText(editor, text, start, end, caret);
    },
    underline(part) {
      underlined = part;
      draw();
    },
    cursorPlace() {
      const { left, top, height } = cursor.getPosition();
      const lines = editor.lines[0]?.getBoundingClientRect();
      const line = (lines?.top ?? 0) + top;
      return { left: (lines?.left ?? 0) + left, top: line, bottom: line + height };
    },
    remove: () => editor.remove(),
  };
}
