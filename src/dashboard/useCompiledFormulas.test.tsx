import { act, render, screen } from '@testing-library/react';
import * as React from 'react';
import { parseMetricDefinitions, type ParsedDefinition } from '../metric/parseMetricDefinitions';
import { useCompiledFormulas } from './useCompiledFormulas';

/** Formulas that no other test has compiled, so that none comes from the cache. */
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

function Probe({ definitions }: { definitions: readonly ParsedDefinition[] }) {
  return <p>{useCompiledFormulas(definitions) ? 'ready' : 'compiling'}</p>;
}

/** A clock on which each formula takes two milliseconds, and a slice so holds two or three. */
beforeEach(() => {
  let time = 0;
  jest.useFakeTimers();
  jest.spyOn(performance, 'now').mockImplementation(() => (time += 2));
});
afterEach(() => jest.useRealTimers());

it('is ready at once given few formulas, even one that is no formula', () => {
  const [one] = board(1);
  const broken = parseMetricDefinitions({ broken: { metric: { label: 'B', formula: '1 +' } } });
  render(<Probe definitions={[...(one ? [one] : []), ...broken]} />);
  expect(screen.getByText('ready')).toBeInTheDocument();
});

it('becomes ready over several turns given many formulas', () => {
  render(<Probe definitions={board(50)} />);
  expect(screen.getByText('compiling')).toBeInTheDocument();
  act(() => void jest.advanceTimersToNextTimer());
  expect(screen.getByText('compiling')).toBeInTheDocument();
  act(() => void jest.runAllTimers());
  expect(screen.getByText('ready')).toBeInTheDocument();
});

it('is ready at once again given the same formulas in another document', () => {
  const definitions = board(50);
  const { rerender } = render(<Probe definitions={definitions} />);
  act(() => void jest.runAllTimers());
  jest.spyOn(performance, 'now').mockReturnValue(0); // what is compiled costs no time
  rerender(<Probe definitions={[...definitions]} />);
  expect(screen.getByText('ready')).toBeInTheDocument();
});

it('stops compiling when the board goes', () => {
  const { unmount } = render(<Probe definitions={board(50)} />);
  unmount();
  expect(jest.getTimerCount()).toBe(0);
});
