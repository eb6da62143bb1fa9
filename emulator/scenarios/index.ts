import { ordinaryDay } from './ordinaryDay';
import type { Scenario } from './Scenario';
import { still } from './still';

/** Every scenario by its name. */
export const scenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  [ordinaryDay, still].map((scenario) => [scenario.name, scenario]),
);
export const scenarioNames: readonly string[] = Object.keys(scenarios);
export const defaultScenario = ordinaryDay.name;
