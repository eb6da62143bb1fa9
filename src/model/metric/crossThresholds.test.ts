import { prepareThresholds, type ThresholdFields, type ThresholdMemory } from './crossThresholds';
import type { MetricValue } from './Reading';

const crossThresholds = (
  value: MetricValue,
  definition: ThresholdFields,
  now: number,
  before?: ThresholdMemory,
) => prepareThresholds(definition)(value, now, before);

const amberOver5RedOver10 = {
  firstThresholdValue: 5,
  firstThresholdStyle: 'Warn',
  secondThresholdValue: 10,
  secondThresholdStyle: 'Error',
} as const;
const amberUnder5RedUnder3 = {
  firstThresholdValue: 5,
  firstThresholdStyle: 'Warn',
  secondThresholdValue: 3,
  secondThresholdStyle: 'Error',
  invertThresholds: true,
} as const;
const style = (value: MetricValue, definition: ThresholdFields): unknown =>
  crossThresholds(value, definition, 0).crossed?.style;

/** The style at each step, one second apart unless the step says when. */
function styles(
  definition: ThresholdFields,
  steps: readonly (MetricValue | { readonly value: MetricValue; readonly at: number })[],
): readonly unknown[] {
  let memory: ThresholdMemory | undefined;
  return steps.map((step, index) => {
    const { value, at } = typeof step === 'object' ? step : { value: step, at: index };
    const outcome = crossThresholds(value, definition, at * 1000, memory);
    memory = outcome.memory;
    return outcome.crossed?.style;
  });
}

it.each([
  [4, undefined],
  [5, undefined],
  [5.01, 'Warn'],
  [10, 'Warn'],
  [10.01, 'Error'],
  [-1, undefined],
  [NaN, undefined],
  [Infinity, 'Error'],
])('at %d, with amber over 5 and red over 10, chooses %s', (value, expected) => {
  expect(style(value, amberOver5RedOver10)).toBe(expected);
});

it.each([
  [6, undefined],
  [5, undefined],
  [4.99, 'Warn'],
  [3, 'Warn'],
  [2.99, 'Error'],
  [-Infinity, 'Error'],
])('at %d, inverted with amber under 5 and red under 3, chooses %s', (value, expected) => {
  expect(style(value, amberUnder5RedUnder3)).toBe(expected);
});

it('chooses the one further out given thresholds saved in the other order', () => {
  const swapped = {
    firstThresholdValue: 10,
    firstThresholdStyle: 'Error',
    secondThresholdValue: 5,
    secondThresholdStyle: 'Warn',
  } as const;
  expect(style(11, swapped)).toBe('Error');
  expect(style(7, swapped)).toBe('Warn');
  expect(style(2, { ...swapped, invertThresholds: true })).toBe('Warn');
  expect(style(7, { ...swapped, invertThresholds: true })).toBe('Error');
});

it('compares as numbers given thresholds saved as text: 9 is not over "10"', () => {
  const saved = { firstThresholdValue: '10', firstThresholdStyle: 'Error' } as const;
  expect(style(9, saved)).toBeUndefined();
  expect(style(11, saved)).toBe('Error');
});

it('compares text that is a number as a number, and other text with numbers not at all', () => {
  expect(style('9', amberOver5RedOver10)).toBe('Warn');
  expect(style('11', amberOver5RedOver10)).toBe('Error');
  for (const text of ['ERR', '', ' ', '11 calls']) {
    expect(style(text, amberOver5RedOver10)).toBeUndefined();
    expect(style(text, amberUnder5RedUnder3)).toBeUndefined();
  }
});

it.each([undefined, '', '  '])('has no threshold given %j', (saved) => {
  const definition = {
    ...(saved === undefined ? {} : { firstThresholdValue: saved }),
    firstThresholdStyle: 'Error',
  } as const;
  expect([style(1, definition), style(-1, definition), style('', definition)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it.each([0, '0'])('has a threshold at 0 given %j', (saved) => {
  expect(style(1, { firstThresholdValue: saved, firstThresholdStyle: 'Error' })).toBe('Error');
});

it.each<[MetricValue, string | undefined]>([
  ['Closed', 'Error'],
  [' Closed ', 'Error'],
  ['closed', undefined],
  ['Closed early', undefined],
  ['Lunch', 'Warn'],
  ['Open', undefined],
  [0, undefined],
])('at %j, with red at "Closed" and amber at "Lunch", chooses %s', (value, expected) => {
  const definition = {
    firstThresholdValue: 'Lunch',
    firstThresholdStyle: 'Warn',
    secondThresholdValue: 'Closed',
    secondThresholdStyle: 'Error',
  } as const;
  expect(style(value, definition)).toBe(expected);
  expect(style(value, { ...definition, invertThresholds: true })).toBe(expected);
});

it('is crossed by a truth value given the text of one', () => {
  const definition = { firstThresholdValue: 'false', firstThresholdStyle: 'Error' } as const;
  expect([style(false, definition), style(true, definition)]).toEqual(['Error', undefined]);
});

it('tells limit, direction and style of the threshold that is crossed', () => {
  const crossed = (value: MetricValue, definition: ThresholdFields) =>
    crossThresholds(value, definition, 0).crossed;
  expect(crossed(6, amberOver5RedOver10)).toEqual({ limit: 5, direction: 'over', style: 'Warn' });
  expect(crossed(1, amberUnder5RedUnder3)).toEqual({ limit: 3, direction: 'under', style: 'Error' });
  expect(crossed('x', { firstThresholdValue: 'x' })).toEqual({
    limit: 'x',
    direction: 'equal',
    style: undefined,
  });
});

describe('hysteresis', () => {
  it('leaves a threshold only when the value went so far back', () => {
    const definition = { ...amberOver5RedOver10, hysteresis: 2 };
    expect(styles(definition, [10, 10.5, 10, 8.1, 8, 10, 3.1, 3, 5, 6])).toEqual([
      'Warn',
      'Error',
      'Error',
      'Error',
      'Warn',
      'Warn',
      'Warn',
      undefined,
      undefined,
      'Warn',
    ]);
  });

  it('goes the other way given inverted thresholds', () => {
    const definition = { ...amberUnder5RedUnder3, hysteresis: 1 };
    expect(styles(definition, [3, 2.9, 3.9, 4, 5.9, 6, 5])).toEqual([
      'Warn',
      'Error',
      'Error',
      'Warn',
      'Warn',
      undefined,
      undefined,
    ]);
  });

  it('does not hold text', () => {
    const definition = {
      firstThresholdValue: 'Closed',
      firstThresholdStyle: 'Error',
      hysteresis: 5,
    } as const;
    expect(styles(definition, ['Closed', 'Open'])).toEqual(['Error', undefined]);
  });

  it.each([
    ['another limit', { ...amberOver5RedOver10, firstThresholdValue: 5.5 }],
    ['the other direction', { ...amberOver5RedOver10, invertThresholds: true, secondThresholdValue: 1 }],
  ])('forgets how the value stood to the threshold that was saved before, given %s', (_, changed) => {
    const before = crossThresholds(6, { ...amberOver5RedOver10, hysteresis: 2 }, 0).memory;
    const after = crossThresholds(5, { ...changed, hysteresis: 2 }, 1000, before);
    expect(after.crossed).toBeUndefined();
  });

  it('changes the style of a value around the limit once at the most, however it moves', () => {
    const definition = { firstThresholdValue: 50, firstThresholdStyle: 'Error', hysteresis: 4 } as const;
    let seed = 7;
    const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const aroundTheLimit = Array.from({ length: 5000 }, () => 46.001 + random() * 7.998);
    const changes = (fields: ThresholdFields): number => {
      const seen = styles(fields, aroundTheLimit);
      return seen.filter((found, index) => index > 0 && found !== seen[index - 1]).length;
    };
    expect(changes(definition)).toBeLessThanOrEqual(1);
    expect(changes({ ...definition, hysteresis: 0 })).toBeGreaterThan(1000);
  });
});

describe('holdSeconds', () => {
  const definition = { ...amberOver5RedOver10, holdSeconds: 60 };

  it('crosses a threshold when the value was across for so long', () => {
    const steps = [0, 1, 59.999, 60, 61].map((at) => ({ value: 6, at }));
    expect(styles(definition, steps)).toEqual([undefined, undefined, undefined, 'Warn', 'Warn']);
  });

  it('begins anew when the value went back in between, were it for one moment', () => {
    const steps = [
      { value: 6, at: 0 },
      { value: 5, at: 59 },
      { value: 6, at: 60 },
      { value: 6, at: 119 },
      { value: 6, at: 120 },
    ];
    expect(styles(definition, steps)).toEqual([undefined, undefined, undefined, undefined, 'Warn']);
  });

  it('counts for each threshold by itself, and leaves at once', () => {
    const steps = [
      { value: 6, at: 0 },
      { value: 11, at: 30 },
      { value: 11, at: 60 },
      { value: 11, at: 90 },
      { value: 10, at: 91 },
      { value: 5, at: 92 },
    ];
    expect(styles(definition, steps)).toEqual([undefined, undefined, 'Warn', 'Error', 'Warn', undefined]);
  });

  it('says when the first threshold will be crossed if the value stays', () => {
    const first = crossThresholds(11, definition, 5000);
    expect(first.changesAt).toBe(65_000);
    expect(crossThresholds(11, definition, 65_000, first.memory).changesAt).toBe(Infinity);
    expect(crossThresholds(1, definition, 0).changesAt).toBe(Infinity);
    expect(crossThresholds(11, amberOver5RedOver10, 0).changesAt).toBe(Infinity);
  });

  it('waits no longer than the hold given a clock that was put back', () => {
    const steps = [
      { value: 6, at: 1000 },
      { value: 6, at: 10 },
      { value: 6, at: 69 },
      { value: 6, at: 70 },
    ];
    expect(styles(definition, steps)).toEqual([undefined, undefined, undefined, 'Warn']);
  });

  it('holds for text', () => {
    const closed = { firstThresholdValue: 'Closed', firstThresholdStyle: 'Error', holdSeconds: 1 } as const;
    expect(styles(closed, ['Closed', 'Closed', 'Open', 'Closed'])).toEqual([
      undefined,
      'Error',
      undefined,
      undefined,
    ]);
  });

  it('is left by hysteresis and not by the limit, once crossed', () => {
    const both = { ...definition, hysteresis: 2 };
    const steps = [
      { value: 6, at: 0 },
      { value: 4, at: 30 },
      { value: 6, at: 31 },
      { value: 6, at: 91 },
      { value: 4, at: 92 },
      { value: 3, at: 93 },
    ];
    expect(styles(both, steps)).toEqual([undefined, undefined, undefined, 'Warn', 'Warn', undefined]);
  });

  it('shows no style shorter than the hold, however the value moves', () => {
    let seed = 11;
    const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const held = { firstThresholdValue: 50, firstThresholdStyle: 'Error', holdSeconds: 5 } as const;
    const values = Array.from({ length: 5000 }, () => (random() < 0.8 ? 51 : 49));
    const seen = styles(held, values);
    const wrong = seen.filter(
      (found, index) =>
        (found === 'Error') !==
        (index >= 5 && values.slice(index - 5, index + 1).every((value) => value > 50)),
    );
    expect(wrong).toEqual([]);
    expect(seen.filter((found) => found === 'Error').length).toBeGreaterThan(500);
  });
});
