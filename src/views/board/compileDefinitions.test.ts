import { CompiledFormulas } from '../../model/formula';
import { parseMetricDefinitions, type ParsedDefinition } from '../../model/metric/parseMetricDefinitions';
import { compileDefinitions } from './compileDefinitions';

let formulas: CompiledFormulas;
let unique = 0;
const board = (size: number): readonly ParsedDefinition[] =>
  parseMetricDefinitions(
    Object.fromEntries(
      Array.from({ length: size }, (_, index) => [
        `m${index}`,
        { metric: { label: 'M', formula: `1 + ${(unique += 1)}` } },
      ]),
    ),
  );

const onDone = jest.fn();
beforeEach(() => {
  formulas = new CompiledFormulas();
  let time = 0;
  onDone.mockClear();
  jest.useFakeTimers();
  // A clock on which each formula takes two milliseconds, and a slice so holds two or three.
  jest.spyOn(performance, 'now').mockImplementation(() => (time += 2));
});
afterEach(() => jest.useRealTimers());

it('is done at once given few formulas, even one that is no formula', () => {
  compileDefinitions(
    formulas,
    [...board(1), ...parseMetricDefinitions({ broken: { metric: { label: 'B', formula: '1 +' } } })],
    onDone,
  );
  expect(onDone).toHaveBeenCalledTimes(1);
});

it('is done after several turns given many formulas', () => {
  compileDefinitions(formulas, board(50), onDone);
  jest.advanceTimersToNextTimer();
  expect(onDone).not.toHaveBeenCalled();
  jest.runAllTimers();
  expect(onDone).toHaveBeenCalledTimes(1);
});

it('ends when it is told to', () => {
  compileDefinitions(formulas, board(50), onDone)();
  jest.runAllTimers();
  expect(onDone).not.toHaveBeenCalled();
  expect(jest.getTimerCount()).toBe(0);
});

it('forgets the formulas of another board', () => {
  const formula = '1 + 1';
  const before = parseMetricDefinitions({ a: { metric: { label: 'A', formula } } });
  compileDefinitions(formulas, before, onDone);
  const compiled = formulas.compile(formula);
  compileDefinitions(formulas, before, onDone);
  expect(formulas.compile(formula)).toBe(compiled);
  compileDefinitions(formulas, board(2), onDone);
  expect(formulas.compile(formula)).not.toBe(compiled);
});
