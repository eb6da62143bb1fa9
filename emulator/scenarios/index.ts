import { lunchRush } from './lunchRush';
import { ordinaryDay } from './ordinaryDay';
import { outage } from './outage';
import { quietNight } from './quietNight';
import type { Scenario } from './Scenario';
import { still } from './still';

/** Every scenario by its name. */
export const scenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  [ordinaryDay, lunchRush, quietNight, outage, still].map((scenario) => [scenario.name, scenario]),
);
export const scenarioNames: readonly string[] = Object.keys(scenarios);
export const defaultScenario = ordinaryDay.name;
