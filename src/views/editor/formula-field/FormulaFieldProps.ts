import type { Bindings } from '../../../model/formula';

export interface FormulaFieldProps {
  /** Of the text box; the ids of what describes it are made from it. */
  readonly id: string;
  /** Shown above the text box. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The dashboard data of this moment: values, suggestions and problems follow it. Undefined when none has been collected. */
  readonly data: unknown;
  /** What is chosen on the board; what it is called is suggested after `board.`. */
  readonly board?: Bindings | undefined;
  /** Something else that is wrong with this formula, such as a value that does not fit the format; shown when it has a value. */
  readonly problem?: string | undefined;
}

/** What whoever shows the field may ask of it. */
export interface FormulaFieldHandle {
  /** Puts text in place of what is selected, or where the cursor is or was last, and goes there. */
  insert(text: string): void;
  focus(): void;
}
