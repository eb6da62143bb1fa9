/** Where somebody is on the board: what they add goes there, and once the board is drawn anew so does the focus. */
export interface InsertionPoint {
  /** Key of the tile that had the focus, was opened or was made last. */
  tile?: string | undefined;
  /** The section that tile was in, or whose heading had the focus; empty for the part before all sections. */
  section?: string | undefined;
  /** What is to have the focus when it has been drawn: a tile that changes its section becomes another element. */
  wanted?: ((area: HTMLElement) => HTMLElement | undefined) | undefined;
}
