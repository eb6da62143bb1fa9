import * as React from 'react';
import type { Counted, TaskStatus } from '../../model/metric/whatIsCounted';
import type { WaitingTask } from '../../sources/agents/waitingTasks';
import type { Source } from '../../sources/Source';
import { useStrings } from '../../strings/StringsContext';
import { CountedList } from './CountedList';
import { useStore } from '../board/useStore';

export interface TasksBehindProps {
  readonly source: Source<unknown>;
  readonly counted: Counted;
  readonly now: number;
  readonly row: string | undefined;
}

/** Whether no agent has accepted a task in this status. */
export const isWaiting = (status: TaskStatus): boolean => status === 'pending' || status === 'reserved';

/** The waiting tasks that a formula counts, the longest wait first. */
export function TasksBehind({ source, counted, now, row }: TasksBehindProps): React.ReactElement {
  const { text } = useStrings();
  const state = useStore(source);
  const all = state.status === 'ready' ? (state.value as readonly WaitingTask[]) : [];
  const tasks = all.filter((task) =>
    counted.tasks.some(
      ({ status, queue, channel }) =>
        task.status === status &&
        (queue === undefined || task.queue === queue) &&
        (channel === undefined || task.channel === channel),
    ),
  );
  return (
    <CountedList
      title={text('WhoTasks')}
      row={row}
      state={state}
      now={now}
      headings={[text('WhoQueue'), text('WhoChannel'), text('WhoWaits')]}
      rows={tasks.map(({ sid, queue, channel, since }) => ({ key: sid, cells: [queue, channel], since }))}
      part={
        state.status === 'ready' && state.completeness
          ? text('WhoPartOfTasks', { count: tasks.length })
          : undefined
      }
    />
  );
}
