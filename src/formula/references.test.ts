import { compileFormula } from './index';

const read = (text: string): string[] =>
  compileFormula(text).references.map((reference) =>
    reference.kind === 'path'
      ? ['data', ...reference.path].join('.')
      : `${reference.word}(${reference.argument ?? ''})`,
  );

describe('references', () => {
  test.each([
    ['1 + 2', []],
    ['data', ['data']],
    ['data.a.b', ['data.a.b']],
    ["data['a']?.b[0]", ['data.a.b.0']],
    ['(data?.a).b', ['data.a.b']],
    ['data.a + data.b', ['data.a', 'data.b']],
    ['data.a[data.b].c', ['data.a', 'data.b']],
    ['data.queues.find((q) => q.a === data.b).c', ['data.queues', 'data.b']],
    ["data.queues['map']((q) => q)", ['data.queues']],
    ['data.queues[data.method](1)', ['data.queues', 'data.method']],
    ['((data) => data.a)(data.b)', ['data.b']],
    ['((a = data.b, { [data.c]: d, ...e }, [f = data.g, , ...h]) => a)()', ['data.b', 'data.c', 'data.g']],
    ["queue('Support').realtime", ['queue(Support)']],
    ["activity('A' + data.b)", ['activity()', 'data.b']],
    ['waiting(data.queues) > 3', ['waiting()', 'data.queues']],
    ['data.list.map(queue)', ['data.list', 'queue()']],
    ['((queue) => queue(1))(data.f)', ['data.f']],
    [
      '`${data.a}` + [data.b, , ...data.c] + ({ a: data.d, [data.e]: 1, ...data.f })',
      ['data.a', 'data.b', 'data.c', 'data.d', 'data.e', 'data.f'],
    ],
    ['data.a ? -data.b : (data.c) ?? data.d', ['data.a', 'data.b', 'data.c', 'data.d']],
    ['((x) => x)(...data.a)', ['data.a']],
  ])('of %s are %j', (text, paths) => {
    expect(read(text)).toEqual(paths);
  });

  test('say where they stand in the text', () => {
    const text = "1 + data.a.b + queue('x').c";
    const parts = compileFormula(text).references.map(({ start, end }) => text.slice(start, end));
    expect(parts).toEqual(['data.a.b', "queue('x')"]);
  });
});
