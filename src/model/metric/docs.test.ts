import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MetricDefinition } from '../../schema/metricDefinition';
import { aDashboardData } from '../../testing/aDashboardData';
import { aMoment, evaluated } from '../../testing/anEvaluatedMetric';
import { inEnglish } from '../../testing/inEnglish';
import { parseBoardSettings } from './parseBoardSettings';
import { parseMetricDefinitions, type ParsedDefinition } from './parseMetricDefinitions';
import type { Reading } from './Reading';

const page = readFileSync(join(__dirname, '../../../docs/definitions.md'), 'utf8');
const collected = Date.parse(aDashboardData().collected_at);

const examples = [...page.matchAll(/^(\{.*\}) \/\/ → (.*)$/gm)].map(([, saved = '', shown = '']) => ({
  saved,
  shown,
}));

const blocks = [...page.matchAll(/```json\n([^`]*)```/g)].map(([, text = '']): unknown => JSON.parse(text));

function parse(saved: unknown): ParsedDefinition {
  const [parsed] = parseMetricDefinitions({ example: { metric: saved } });
  if (!parsed) throw new Error('There is no metric.');
  return parsed;
}

function inWords(reading: Reading): string {
  if ('problem' in reading)
    return `${reading.status === 'format-error' ? 'ERR FMT' : 'ERR'}: ${inEnglish(reading.problem)}`;
  if (!('text' in reading)) return reading.status;
  const { text, unit, freshness } = reading;
  const stale =
    freshness.status === 'stale'
      ? `, stale ${freshness.age?.amount ?? 'unknown'} ${freshness.age?.unit ?? 'age'}`
      : undefined;
  const judged =
    reading.status === 'too-few'
      ? `too few: ${reading.sample} of ${reading.minimumSample}`
      : reading.crossed && [reading.level, reading.crossed.direction, reading.crossed.limit].join(' ');
  return [text, unit, judged].filter(Boolean).join(' ') + (stale ?? '');
}

/** What stands after the arrow: what the tile shows, and what it shows some time later. */
function momentsOf(shown: string): readonly { readonly after: number; readonly shown: string }[] {
  const [now = '', ...later] = shown.split(/; (?=\d+ [sm] later: )/);
  return [
    { after: 0, shown: now },
    ...later.map((text) => {
      const [, amount, unit, then = ''] = /^(\d+) ([sm]) later: (.*)$/.exec(text) ?? [];
      return { after: Number(amount) * (unit === 'm' ? 60 : 1), shown: then };
    }),
  ];
}

it.each(examples.map(({ saved, shown }) => [saved, shown]))('shows for %s: %s', (saved, shown) => {
  for (const moment of momentsOf(shown)) {
    const { reading } = evaluated(
      parse(JSON.parse(saved)),
      aMoment({ now: collected + moment.after * 1000 }),
    );
    expect(inWords(reading)).toBe(moment.shown);
  }
});

it('finds the examples of the page', () => {
  expect(examples.length).toBe(page.split('// →').length - 1);
  expect(examples.length).toBeGreaterThan(15);
});

it('shows a metric that works, and settings without a problem', () => {
  const [metric, settings, ...others] = blocks;
  const [parsed] = parseMetricDefinitions(metric);
  expect(parsed && inWords(evaluated(parsed, aMoment()).reading)).toBe('4.3%');
  expect(parseBoardSettings(settings).problems).toEqual([]);
  expect(others).toEqual([]);
});

it('explains every field', () => {
  const everyField: Required<MetricDefinition> = {
    label: '',
    value: '',
    formula: '',
    format: '',
    decimals: 0,
    unit: '',
    increment: false,
    defaultStyle: 'Default',
    firstThresholdValue: '',
    firstThresholdStyle: 'Default',
    secondThresholdValue: '',
    secondThresholdStyle: 'Default',
    invertThresholds: false,
    hysteresis: 0,
    holdSeconds: 0,
    sampleFormula: '',
    minimumSample: 0,
    description: '',
    section: '',
    order: 0,
    size: 'normal',
  };
  const { problems, ...settings } = parseBoardSettings({});
  expect(problems).toEqual([]);
  const fieldsIn = (heading: string): readonly string[] => {
    const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
    const cells = section.split('\n').filter((line) => line.startsWith('| `'));
    return cells.flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name ?? ''),
    );
  };
  expect([...fieldsIn('A metric')].sort()).toEqual(Object.keys(everyField).sort());
  expect([...fieldsIn('Board settings')].sort()).toEqual(Object.keys(settings).sort());
});
