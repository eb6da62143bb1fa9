import { lookOf } from '../../testing/aBoardOfTiles';
import { createStrings } from '../../strings/createStrings';
import { gauge, type GaugeVisual } from './gauge';
import type { GaugeBar } from './GaugeReading';
import type { ValueReading } from '../../model/metric/Reading';
import { parseMetricDefinitions } from '../../model/metric/parseMetricDefinitions';

const serviceLevel = {
  label: 'Tile',
  formula: '73',
  format: 'percent',
  firstThresholdValue: 80,
  firstThresholdStyle: 'Warn',
  invertThresholds: true,
};
const english = createStrings('en');

/** The bar for a value of a metric with such fields. */
function barOf(
  value: number | string,
  visual: Omit<GaugeVisual, 'metric'>,
  fields: object = {},
): GaugeBar | undefined {
  const [parsed] = parseMetricDefinitions({ m: { metric: { label: 'M', formula: '1', ...fields } } });
  const reading: ValueReading = {
    key: 'm',
    label: 'M',
    status: 'value',
    freshness: { status: 'fresh' },
    text: String(value),
    value,
    level: 'normal',
    styleProblems: [],
  };
  const context = { label: 'M', locale: 'en', metricOf: () => parsed };
  return gauge.prepare({ metric: 'm', ...visual }, context)([reading]).bar;
}

describe('gauge', () => {
  it('says the value, the level of its metric and the target', () => {
    const look = lookOf({ kind: 'gauge', metric: 'm', target: 80 }, { m: serviceLevel });
    expect(look.describe(english).sentence).toBe('Tile, 73%, Warning, under 80%, target 80%');
    expect(look.level).toBe('warning');
  });

  it('says a band in the format and the unit of the metric', () => {
    const metric = { label: 'Tile', formula: '90', format: 'seconds', unit: 'on hold' };
    const look = lookOf({ kind: 'gauge', metric: 'm', target: [60, 120] }, { m: metric });
    expect(look.describe(english).sentence).toBe(
      'Tile, 1:30 on hold, 1 minute, 30 seconds, target 1 minute–2 minutes on hold',
    );
  });

  it('reaches to 100 for a percentage, to twice the target for other values', () => {
    expect(barOf(50, { target: 80 }, { format: 'percent' })).toEqual({
      value: 0.5,
      target: [0.8, 0.8],
      isShort: false,
    });
    expect(barOf(5, { target: 10 })).toEqual({ value: 0.25, target: [0.5, 0.5], isShort: false });
    expect(barOf(0, { target: 0 })).toEqual({ value: 0, target: [0, 0], isShort: false });
  });

  it('has the ends that are stored, and stays within them', () => {
    expect(barOf(15, { target: [12, 18], from: 10, to: 20 })).toEqual({
      value: 0.5,
      target: [0.2, 0.8],
      isShort: false,
    });
    expect(barOf(99, { target: 12, from: 10, to: 20 })).toEqual({
      value: 1,
      target: [0.2, 0.2],
      isShort: false,
    });
    expect(barOf(-99, { target: 12, from: 10, to: 20 })).toEqual({
      value: 0,
      target: [0.2, 0.2],
      isShort: false,
    });
  });

  it('says that a value is short only where a threshold does', () => {
    const shortOf = (fields: object): unknown =>
      lookOf({ kind: 'gauge', metric: 'm', target: 80 }, { m: { ...serviceLevel, ...fields } }).tile({
        tile: 'm',
        size: 'normal',
      }).props.reading.bar.isShort;
    expect(shortOf({})).toBe(true);
    expect(shortOf({ formula: '79', firstThresholdValue: 75 })).toBe(false);
    expect(shortOf({ invertThresholds: false, firstThresholdValue: 70 })).toBe(false);
  });

  it('grows with a value that grows', () => {
    const metric = { label: 'Tile', formula: '30', increment: true };
    const now = Date.parse('2026-11-22T11:42:25.000Z');
    const look = lookOf({ kind: 'gauge', metric: 'm', target: 40 }, { m: metric }, { now });
    expect(look.tile({ tile: 'm', size: 'normal' }).props.reading.bar.value).toBe(0.5);
  });

  it.each([
    [{ formula: "'soon'" }, {}, 'A gauge needs a number; the metric gives "soon".'],
    [{ formula: '5' }, { from: 5, to: 5 }, '"to" must be greater than "from"; it is 5.'],
  ])('explains why it cannot draw %j', (fields, ends, problem) => {
    const look = lookOf(
      { kind: 'gauge', metric: 'm', target: 5, ...ends },
      { m: { label: 'Tile', ...fields } },
    );
    expect(look.describe(english).sentence).toBe(`Tile, ERR, Definition error, ${problem}`);
    expect(look.level).toBe('broken');
  });

  it('draws no bar without a value', () => {
    const look = lookOf({ kind: 'gauge', metric: 'm', target: 5 }, { m: { label: 'Tile', formula: 'null' } });
    expect(look.describe(english).sentence).toBe('Tile, No traffic');
  });
});
