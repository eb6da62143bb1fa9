const spanMs = 10_000;
const mostLines = 5;

/**
 * Passes on the first lines of each ten seconds and counts the others, so that a fault that strikes every event does not push out of
 * the terminal what a person wants to read there.
 */
export function foldLines(print: (line: string) => void): (line: string) => void {
  let lines = 0;
  const end = (): void => {
    const folded = lines - mostLines;
    lines = 0;
    if (folded > 0)
      print(`… and ${folded} more ${folded === 1 ? 'line' : 'lines'} of Functions in ${spanMs / 1000} s`);
  };
  return (line) => {
    if (lines === 0) setTimeout(end, spanMs).unref();
    lines += 1;
    if (lines <= mostLines) print(line);
  };
}
