import type { BoardIndexEntry, StoredTile, StoredVariable } from '../../../schema/boardDocuments';
import type { MetricDefinition } from '../../../schema/metricDefinition';
import type { TextKey } from '../../../strings/TextKey';
import type { Strings } from '../../../strings/Strings';

/** A field of a definition by the name that the workbench calls it. */
export function fieldName(field: string, { text }: Strings): string {
  const key = Object.prototype.hasOwnProperty.call(names, field)
    ? names[field as keyof typeof names]
    : undefined;
  return key === undefined ? field : text(key);
}

/** Those that have no name of one line are called as they are saved. */
const names = {
  label: 'WorkbenchLabel',
  formula: 'Formula',
  format: 'WorkbenchFormat',
  decimals: 'WorkbenchDecimals',
  unit: 'WorkbenchUnit',
  defaultStyle: 'WorkbenchDefaultStyle',
  firstThresholdValue: 'WorkbenchFirst',
  firstThresholdStyle: 'WorkbenchFirstStyle',
  secondThresholdValue: 'WorkbenchSecond',
  secondThresholdStyle: 'WorkbenchSecondStyle',
  description: 'WorkbenchDescription',
  section: 'WorkbenchSection',
  size: 'WorkbenchSize',
  span: 'WorkbenchSize',
  visual: 'ConflictVisual',
  type: 'VariablesType',
  default: 'VariablesDefault',
  several: 'VariablesSeveral',
  choices: 'VariablesChoices',
  for: 'AudienceWho',
} as const satisfies Partial<
  Record<keyof MetricDefinition | keyof StoredTile | keyof StoredVariable | keyof BoardIndexEntry, TextKey>
>;
