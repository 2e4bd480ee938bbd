import type { Theme } from '../theme/theme.js';
import { ladders } from './ladders.js';
import { pressTheme } from './press-theme.js';

// The loosest form of a theme that a document fits with. Why a search: where lines and pages break nobody knows but the
// browser, and every question costs a print.

/** A theme that fits; or, where none does, the tightest there is. */
export interface Fit {
  theme: Theme;
  fits: boolean;
}

/**
 * Asks `fits` at most six times where the slack allows up to three sizes of type, and answers only with a theme that it
 * said yes to. The theme itself comes back, the same object, when it fits as it is.
 */
export async function fitTheme(theme: Theme, fits: (theme: Theme) => Promise<boolean>): Promise<Fit> {
  if (await fits(theme)) return { theme, fits: true };
  const levels = ladders(theme)
    .filter((ladder) => ladder.length > 0)
    .map((ladder) => ladder.map((pressure) => pressTheme(theme, pressure)));
  // The largest type that fits when all else is at its tightest, then the loosest rung with that type.
  const level = await first(levels, (ladder) => fits(ladder.at(-1) ?? theme));
  if (!level) return { theme: levels.at(-1)?.at(-1) ?? theme, fits: false };
  const looser = await first(level.slice(0, -1), fits);
  return { theme: looser ?? level.at(-1) ?? theme, fits: true };
}

/** The first that passes, where all after one that passes do too: found by halving. */
async function first<T>(all: readonly T[], passes: (one: T) => Promise<boolean>): Promise<T | undefined> {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await passes(all[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return all[low];
}
