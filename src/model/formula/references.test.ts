import { compileFormula } from './index';

describe('analysis of a formula', () => {
  test.each([
    ['1 + 2', []],
    ["queue('Support').realtime", ['queue']],
    ['data.list.map(queue)', ['queue']],
    ['((queue) => queue(1))(data.f)', []],
    ['((a, { queue } = {}, ...waiting) => queue + waiting)(longestWait())', ['longestWait']],
    [
      '`${waiting()}` + [activity(1), , ...sum([])] + ({ a: percent(1, 2), seconds: 1 })',
      ['waiting', 'activity', 'sum', 'percent'],
    ],
  ])('finds the words that %s uses: %j', (text, words) => {
    expect([...compileFormula(text).analysis.words]).toEqual(words);
  });

  test.each([
    ['data.a?.b.c', ['a', 'b', 'c']],
    ["data['a'].find(({ b }) => b)", ['a', 'find', 'b']],
    ['data.list.map((x) => x.cumulative) /* realtime */', ['list', 'map', 'cumulative']],
  ])('finds the keys of %s: %j', (text, keys) => {
    expect([...compileFormula(text).analysis.texts]).toEqual(keys);
  });

  test('says where a name stands in the text', () => {
    const text = "1 + data.a.b + queue('x').c";
    const parts = compileFormula(text).analysis.references.map(({ start, end }) => text.slice(start, end));
    expect(parts).toEqual(["queue('x')"]);
  });
});
