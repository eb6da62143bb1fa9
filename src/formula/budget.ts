import { limits } from './limits';

/** The work all tiles together may do in one update; evaluations take from it. */
export interface Budget {
  remaining: number;
}

/** A budget for one update of the dashboard. Make a new one for the next. */
export function createBudget(units: number = limits.fuelPerUpdate): Budget {
  return { remaining: units };
}
