/** How long agents may be in an activity, or hold a task of a channel, in seconds. */
export interface AgentLimit {
  /** Of the activity or the channel. */
  readonly name: string;
  readonly warning: number;
  readonly critical: number | undefined;
}

/** A comma within a number is a decimal one, so that one between two numbers needs a space after it. */
const line = /^(.+?)\s*:\s*(\d+(?:[.,]\d+)?)(?:\s*(?:,\s|\/)\s*(\d+(?:[.,]\d+)?))?$/;

const minutes = (written: string): number => Number(written.replace(',', '.')) * 60;

/** Reads lines such as `Lunch: 30, 45`: minutes until a warning and until it is critical. Undefined where a line cannot be read. */
export function readAgentLimits(text: string): readonly AgentLimit[] | undefined {
  const limits: AgentLimit[] = [];
  for (const written of text.split('\n').map((each) => each.trim())) {
    if (written === '') continue;
    const [, name, first, second] = line.exec(written) ?? [];
    // Alone, `1,5` may be one number or two.
    if (name === undefined || first === undefined || (second === undefined && first.includes(',')))
      return undefined;
    const [warning, critical] = [minutes(first), second === undefined ? undefined : minutes(second)];
    if (critical !== undefined && critical <= warning) return undefined;
    limits.push({ name, warning, critical });
  }
  return limits;
}

/** Who is in the last tenth before a limit is about to cross it. */
const lastPart = 1 / 10;

/** The limit that so many seconds are about to cross; undefined while that takes longer. */
export const soonOver = (seconds: number, { warning, critical }: AgentLimit): number | undefined =>
  [warning, critical].find(
    (limit) => limit !== undefined && seconds <= limit && limit - seconds <= limit * lastPart,
  );
