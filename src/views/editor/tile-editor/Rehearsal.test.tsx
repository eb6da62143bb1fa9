import { fireEvent, screen } from '@testing-library/react';
import * as React from 'react';
import type { MetricDefinition } from '../../../schema/metricDefinition';
import { aDashboardData } from '../../../testing/aDashboardData';
import { aPast } from '../../../testing/aPast';
import { renderInPaste } from '../../../testing/renderInPaste';
import { InTrends, someTrends } from '../../../testing/someTrends';
import { Rehearsal } from './Rehearsal';

const withTasks = (tasks_created: number): unknown => aDashboardData({ cumulative: { tasks_created } });
const day = Array.from({ length: 40 }, (_, index) => withTasks(index));
const past = aPast([withTasks(3)], [day, day]);
const changes: (readonly [string, number])[] = [];

function Editor(): React.ReactElement {
  const [limits, setLimits] = React.useState({ firstThresholdValue: 20, secondThresholdValue: 30 });
  const definition = React.useMemo<MetricDefinition>(
    () => ({
      label: 'Offered',
      formula: 'data.workspace_statistics.cumulative.tasks_created',
      firstThresholdStyle: 'Warn',
      secondThresholdStyle: 'Error',
      ...limits,
    }),
    [limits],
  );
  return (
    <Rehearsal
      definition={definition}
      onLimit={(field, limit) => {
        changes.push([field, limit]);
        setLimits({ ...limits, [field]: limit });
      }}
    />
  );
}

const found = (): string | null => screen.getByRole('status').textContent;
const line = (): HTMLElement => screen.getByRole('slider', { name: 'Critical limit on the past' });

beforeEach(() => {
  changes.length = 0;
  HTMLElement.prototype.setPointerCapture = () => undefined;
  // jsdom has no pointer events of its own.
  Object.assign(window, { PointerEvent: MouseEvent });
  renderInPaste(
    <InTrends trends={someTrends({ status: 'ready', value: past }, withTasks(3))}>
      <Editor />
    </InTrends>,
  );
});

describe('the lines of thresholds over the past', () => {
  it('say how often each limit would have been crossed', () => {
    expect(found()).toMatch(/^Critical in 18 and warning in 20 of 80 quarter-hours of the last 2 Fridays/);
    expect(line().getAttribute('aria-valuetext')).toBe('30');
  });

  it('are moved by keys, a step or ten at a time', () => {
    fireEvent.keyDown(line(), { key: 'ArrowDown' });
    expect(found()).toMatch(/^Critical in 20 and warning in 18 of 80/);
    fireEvent.keyDown(line(), { key: 'PageUp' });
    expect(changes).toEqual([
      ['secondThresholdValue', 29],
      ['secondThresholdValue', 39],
    ]);
  });

  it('are moved by a pointer: tried while it moves, changed once when it is lifted', () => {
    const box = line().parentElement as HTMLElement;
    const { low, high } = { low: 0, high: Number(line().getAttribute('aria-valuemax')) };
    jest.spyOn(box, 'getBoundingClientRect').mockReturnValue({ top: 0, height: 100 } as DOMRect);
    const heightOf = (value: number): number => (100 * (high - value)) / (high - low);
    fireEvent.pointerDown(line(), { clientY: heightOf(30) });
    fireEvent.pointerMove(line(), { clientY: heightOf(35) });
    expect(found()).toMatch(/^Critical in 8 and warning in 30 of 80/);
    expect(changes).toEqual([]);
    fireEvent.pointerUp(line(), { clientY: heightOf(37) });
    expect(changes).toEqual([['secondThresholdValue', 37]]);
  });
});
