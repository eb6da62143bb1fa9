import * as React from 'react';
import type { Completion } from './Completion';
import { completionsAt } from './completionsAt';
import type { Bindings } from '../../../model/formula';
import type { FormulaEditor } from './createFormulaEditor';

/** More than this nobody looks through; typing a character more is quicker. */
const most = 100;

export interface Suggestions {
  readonly completions: readonly Completion[];
  /** Index of the one that is taken next. */
  readonly active: number;
}

export interface SuggestionsControl {
  /** Undefined while none are shown. */
  readonly suggestions: Suggestions | undefined;
  readonly take: (completion: Completion) => void;
  /** Somebody typed; `onSelect` follows. */
  readonly onTyped: () => void;
  readonly onSelect: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
}

/** Suggestions while a formula is typed: when they come and go, and what keys do meanwhile. */
export function useSuggestions(
  editor: React.RefObject<FormulaEditor | undefined>,
  data: unknown,
  board: Bindings | undefined,
): SuggestionsControl {
  const [suggestions, show] = React.useState<Suggestions>();
  const now = React.useRef({ suggestions, data, board });
  now.current = { suggestions, data, board };
  const state = React.useRef({ isTyping: false, length: 0, position: -1 });

  const control = React.useMemo(() => {
    const close = (): void => show(undefined);

    function suggest(isAsked: boolean): void {
      const { value = '', selection = { start: 0, end: 0 } } = editor.current ?? {};
      const { start, end } = selection;
      const { data: collected, board: chosen } = now.current;
      const completions = start === end ? completionsAt(value, start, collected, chosen).slice(0, most) : [];
      state.current.position = start;
      if (!isAsked && !invites(value.charAt(start - 1), completions)) return close();
      const [only, second] = completions;
      const isComplete = only && !second && value.slice(only.start, only.end) === only.insert;
      if (!only || isComplete) return close();
      show({ completions, active: 0 });
    }

    function take({ start, end, insert, caret = insert.length }: Completion): void {
      close();
      editor.current?.replace({ start, end }, insert, start + caret);
      // A text that was begun for its writer wants a name at once; all else is done.
      if (!/['"]/.test(insert.charAt(caret - 1)) || caret === insert.length) close();
    }

    function move({ completions, active }: Suggestions, by: number): void {
      const last = completions.length - 1;
      const isStep = Math.abs(by) === 1;
      const next = active + by;
      show({
        completions,
        active: isStep ? (next + last + 1) % (last + 1) : Math.min(Math.max(next, 0), last),
      });
    }

    /** Returns whether the key was for the suggestions. */
    function press(event: KeyboardEvent): boolean {
      const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
      if ((ctrlKey && key === ' ') || (altKey && key === 'ArrowDown')) {
        suggest(true);
        return true;
      }
      const shown = now.current.suggestions;
      if (!shown || altKey || ctrlKey || metaKey || shiftKey) return false;
      const chosen = shown.completions[shown.active];
      if (key === 'Escape') close();
      else if ((key === 'Enter' || key === 'Tab') && chosen) take(chosen);
      else if (key === 'ArrowDown') move(shown, 1);
      else if (key === 'ArrowUp') move(shown, -1);
      else if (key === 'PageDown') move(shown, 8);
      else if (key === 'PageUp') move(shown, -8);
      else return false;
      return true;
    }

    return {
      take,
      onTyped: () => {
        const length = editor.current?.value.length ?? 0;
        // Deleting opens nothing; it only narrows or widens what is open.
        state.current.isTyping = length >= state.current.length || now.current.suggestions !== undefined;
        state.current.length = length;
      },
      onSelect: () => {
        const hasMoved = editor.current?.selection.start !== state.current.position;
        if (state.current.isTyping) suggest(false);
        else if (hasMoved) close();
        state.current.isTyping = false;
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.isComposing || !press(event)) return;
        event.preventDefault();
        // Escape would close the dialog around the field too.
        event.stopPropagation();
      },
      onBlur: close,
    };
  }, [editor]);
  return { suggestions, ...control };
}

/** Whether what was typed last asks for suggestions: a character of a name or a path; in texts also a blank. */
function invites(last: string, completions: readonly Completion[]): boolean {
  const isInText = completions.some(({ kind, insert }) => kind !== 'method' && /^['"]/.test(insert));
  return isInText || /[^\s,;()[\]{}=<>+*/%&|!?:'"`-]/.test(last);
}
