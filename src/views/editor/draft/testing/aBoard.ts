import type { MetricDefinition } from '../../../../schema/metricDefinition';
import type { BoardDocuments, JsonObject } from '../../../../model/board/BoardDocuments';

/** A metric with whatever is said of it, also what no version knows. */
export const aMetric = (label: string, fields: JsonObject = {}): MetricDefinition & JsonObject => ({
  label,
  formula: '1 + 1',
  ...fields,
});

/** Metrics by key, as a document of definitions. */
export const aDocument = (metrics: Readonly<Record<string, JsonObject>>): JsonObject =>
  Object.fromEntries(Object.entries(metrics).map(([key, fields]) => [key, { metric: aMetric(key, fields) }]));

/** A board with one document of definitions unless the settings name more. */
export const aBoard = (
  metrics: Readonly<Record<string, JsonObject>>,
  settings?: JsonObject,
  further: Readonly<Record<string, JsonObject | undefined>> = {},
): BoardDocuments => ({
  definitions: [
    { name: 'dashboard-definitions', value: aDocument(metrics) },
    ...Object.entries(further).map(([name, value]) => ({ name, value })),
  ],
  board: { name: 'dashboard-board', value: settings },
});
