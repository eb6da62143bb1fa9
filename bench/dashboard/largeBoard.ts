import type { BoardSettings } from '../../src/schema/boardSettings';
import type { MetricDefinitions } from '../../src/schema/metricDefinition';

const perDocument = 60;

/** Four kinds of formulas in turn; each gives another text when its number goes on by `step`. */
const formulas = [
  (place: number) => `data.numbers[${place}]`,
  (place: number) => `Math.round((data.numbers[${place}] / 3) * 10) / 10`,
  (place: number) =>
    `data.numbers[${place}] > 0 ? Math.round((100 * data.numbers[${place}]) / 1000) + ' %' : null`,
  (place: number) => `data.limits.filter((limit) => limit < data.numbers[${place}]).length`,
] as const;

const step = 23;

export interface Metric {
  readonly key: string;
  readonly label: string;
  readonly formula: string;
}

/** As many metrics as wanted; none of them grows by itself. */
export const metricsOf = (count: number): readonly Metric[] =>
  Array.from({ length: count }, (_, place) => ({
    key: `metric-${place}`,
    label: `Queue ${place}`,
    formula: (formulas[place % formulas.length] ?? formulas[0])(place),
  }));

/** The same metrics as documents, the first of which is `dashboard-definitions`. */
export function documentsOf(count: number): Readonly<Record<string, MetricDefinitions | BoardSettings>> {
  const metrics = metricsOf(count);
  const documents = Array.from({ length: Math.ceil(count / perDocument) }, (_, index) =>
    Object.fromEntries(
      metrics.slice(index * perDocument, (index + 1) * perDocument).map(({ key, label, formula }) => [
        key,
        {
          metric: {
            label,
            formula,
            firstThresholdValue: 500,
            firstThresholdStyle: 'Warn',
            secondThresholdValue: 900,
            secondThresholdStyle: 'Error Strong',
          } as const,
        },
      ]),
    ),
  );
  const names = documents.map((_, index) =>
    index === 0 ? 'dashboard-definitions' : `dashboard-definitions-${index + 1}`,
  );
  return {
    'dashboard-board': { title: 'Bench', definitionDocuments: names.slice(1) },
    ...Object.fromEntries(names.map((name, index) => [name, documents[index] ?? {}])),
  };
}

/** Data for 500 metrics, of whose first `count` a tenth changes each time. */
export class ChangingData {
  private readonly numbers = Array.from({ length: 500 }, (_, place) => (place * 37) % 997);
  private next = 0;

  constructor(private readonly count: number) {}

  /** @returns how many changed */
  change(): number {
    const changing = Math.ceil(this.count / 10);
    for (let index = 0; index < changing; index += 1) {
      const place = (this.next + index) % this.count;
      this.numbers[place] = ((this.numbers[place] ?? 0) + step) % 997;
    }
    this.next = (this.next + changing) % this.count;
    return changing;
  }

  toDocument(): object {
    return {
      version: 1,
      collected_at: new Date().toISOString(),
      day: {
        start: new Date().toISOString().replace(/T.*/, 'T00:00:00Z'),
        time_zone: 'Etc/UTC',
        starts_at: '00:00',
      },
      workspace_statistics: { realtime: {}, cumulative: {} },
      limits: Array.from({ length: 50 }, (_, index) => index * 20),
      numbers: this.numbers,
    };
  }
}
