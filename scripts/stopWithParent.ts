/**
 * Calls `stop` when the process that started this one is gone. Whoever stops `npm start` from outside (an editor, a container)
 * ends npm and its shell, and nobody passes the signal on.
 */
export function stopWithParent(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}
