import type { ContactCentreState, Task } from './contactCentreState';
import type { ContactCentreEvents } from './ContactCentreEvents';
import type { TaskFlow } from './TaskFlow';

/** How long an ended task can still be read before TaskRouter itself deletes it. */
const endedTaskStaysMs = 5 * 60 * 1000;

/** What time alone brings about. */
export class TimeOuts {
  constructor(
    private readonly state: ContactCentreState,
    private readonly events: ContactCentreEvents,
    private readonly flow: TaskFlow,
  ) {}

  /** Does whatever is due by now: reservation and workflow time-outs, and the deletion of tasks that ended. */
  tick(): void {
    const at = this.events.time();
    const before = this.events.count;
    const ringingSince = at - this.state.workflow.reservationTimeoutSeconds * 1000;
    for (const reservation of [...this.state.reservations.values()]) {
      if (reservation.status === 'pending' && reservation.createdAt <= ringingSince)
        this.flow.timeOut(reservation);
    }
    for (const task of [...this.state.tasks.values()]) {
      if (task.status === 'pending') this.advance(task, at);
      if (task.endedAt !== null && task.endedAt <= at - endedTaskStaysMs) this.flow.forget(task);
    }
    if (this.events.count > before) this.flow.route();
  }

  /** The workflow's time-outs run from the task's creation; one that passed while a reservation was open counts afterwards. */
  private advance(task: Task, at: number): void {
    const targets = this.state.workflow.targets[task.requestedQueue] ?? [];
    let seconds = 0;
    for (const [position, { timeoutSeconds }] of targets.entries()) {
      if (timeoutSeconds === null) return;
      seconds += timeoutSeconds;
      if (task.target !== position) continue;
      if (at < task.createdAt + seconds * 1000) return;
      const next = targets[position + 1];
      this.flow.leaveTarget(task, next && { position: position + 1, queue: next.queue });
    }
  }
}
