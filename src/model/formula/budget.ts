import { limits } from './limits';

/** The work all tiles together may do in one update, and the clock that holds it; evaluations take from it. */
export class Budget {
  private readonly share: number;

  /**
   * @param remaining units of work
   * @param clock milliseconds, never put back
   * @param tiles how many will come: half of the work is shared out among them, whatever those before took of the other half
   */
  constructor(
    public remaining: number,
    readonly clock: () => number,
    private tiles: number,
  ) {
    this.share = tiles > 0 ? Math.floor(remaining / 2 / tiles) : 0;
  }

  /** The next of the tiles begins, or one that counts as several. Its own share is no longer kept for it. */
  nextTile(count = 1): void {
    this.tiles = Math.max(0, this.tiles - count);
  }

  /** What a formula may spend now: the shares of the tiles that have not begun are not for it. */
  get allowance(): number {
    return Math.max(0, Math.min(limits.fuel, this.remaining - this.kept));
  }

  spend(units: number): void {
    this.remaining -= units;
  }

  /** A formula was stopped after so many milliseconds: takes what these would have bought, but no other tile's share. */
  spendTime(milliseconds: number): void {
    const units = milliseconds * limits.fuelPerMillisecond;
    this.remaining = Math.max(Math.min(this.remaining, this.kept), this.remaining - units);
  }

  private get kept(): number {
    return this.share * this.tiles;
  }
}

/**
 * A budget for one update of the dashboard. Make a new one for the next.
 * @param tiles how many will come, when each calls `nextTile`; 0 when whoever comes first may take all
 */
export function createBudget(
  units: number = limits.fuelPerUpdate,
  {
    clock = () => performance.now(),
    tiles = 0,
  }: { readonly clock?: () => number; readonly tiles?: number } = {},
): Budget {
  return new Budget(units, clock, tiles);
}
