/** Between two alarms, and for "and 3 more" behind them: em. */
const between = 1.2;
const more = 7;

/**
 * Which alarms are named together on one line, in their order: as many as fit. Where not all do, the line shows one group after
 * the other, and each leaves room to say how many more there are. What is wider than the line has it alone.
 *
 * @param widths of the alarms in words, in em
 * @param room of the line, in em
 */
export function alarmGroups(widths: readonly number[], room: number): readonly (readonly number[])[] {
  const all = widths.reduce((sum, width) => sum + width + between, -between);
  if (all <= room) return widths.length > 0 ? [widths.map((_, index) => index)] : [];
  const groups: number[][] = [];
  let left = 0;
  widths.forEach((width, index) => {
    const last = groups[groups.length - 1];
    if (last && width + between <= left) {
      last.push(index);
      left -= width + between;
    } else {
      groups.push([index]);
      left = room - more - width;
    }
  });
  return groups;
}
