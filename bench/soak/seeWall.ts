import type { Page } from '@playwright/test';

/** What somebody in front of the wall sees at one moment. */
export interface SeenWall {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Large words about why the numbers are not those of now; empty while all is well. */
  readonly notice: string;
  /** How old the wall says its numbers are, rounded down to the second; undefined when it does not say so. */
  readonly ageSeconds: number | undefined;
  readonly tiles: readonly SeenTile[];
}

export interface SeenTile {
  readonly key: string;
  readonly text: string;
  /** `stale`, `no-data`, `broken` ...: see `TileState`. */
  readonly state: string;
}

/** Looks at all of the wall at once. No tiles are seen where there is no wall, as while the page is loaded anew. */
export const seeWall = (page: Page): Promise<SeenWall> =>
  look(page).catch((error: unknown) => {
    if (!/context was destroyed|because of a navigation/.test(String(error))) throw error;
    return { at: Date.now(), notice: '', ageSeconds: undefined, tiles: [] };
  });

/** By the clock of this process: a page whose clock stands still must not be judged by it. */
const look = async (page: Page): Promise<SeenWall> => ({ ...(await lookInside(page)), at: Date.now() });

const lookInside = (page: Page): Promise<Omit<SeenWall, 'at'>> =>
  page.evaluate(() => {
    const wall = document.querySelector('[data-wall]');
    const notice = wall?.querySelector('[role=group] > * > [role=status]');
    if (wall && !notice)
      throw new Error('This wall has no place where it would say that its numbers are old');
    const [, amount, unit] =
      /(?:Live ·|Data) (\d+) (s|min)/.exec(wall?.querySelector('[data-board-status]')?.textContent ?? '') ??
      [];
    return {
      notice: notice?.textContent ?? '',
      ageSeconds: amount === undefined ? undefined : Number(amount) * (unit === 'min' ? 60 : 1),
      tiles: [...(wall?.querySelectorAll<HTMLElement>('[data-tile]') ?? [])].map((tile) => ({
        key: tile.dataset.tile ?? '',
        text: tile.querySelector('.tile-value')?.textContent ?? '',
        state: tile.dataset.state ?? '',
      })),
    };
  });
