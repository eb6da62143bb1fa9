import { foldLines } from './foldLines';

describe('foldLines', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const printed = (counts: readonly number[]): readonly string[] => {
    const lines: string[] = [];
    const print = foldLines((line) => lines.push(line));
    for (const count of counts) {
      for (let line = 1; line <= count; line += 1) print(`${line}`);
      jest.advanceTimersByTime(10_000);
    }
    return lines;
  };

  it('prints five lines in ten seconds as they come', () => {
    expect(printed([5])).toEqual(['1', '2', '3', '4', '5']);
  });

  it('counts what comes on top, and begins anew afterwards', () => {
    expect(printed([34, 1, 6])).toEqual([
      ...['1', '2', '3', '4', '5', '… and 29 more lines of Functions in 10 s'],
      '1',
      ...['1', '2', '3', '4', '5', '… and 1 more line of Functions in 10 s'],
    ]);
  });
});
