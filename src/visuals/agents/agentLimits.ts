/** How long agents may be in an activity, or hold a task of a channel, in seconds. */
export interface AgentLimit {
  /** Of the activity or the channel. */
  readonly name: string;
  readonly warning: number;
  readonly critical: number | undefined;
}

const line = /^(.+?)\s*:\s*(\d+(?:\.\d+)?)\s*(?:[,/]\s*(\d+(?:\.\d+)?))?$/;

/** Reads lines such as `Lunch: 30, 45`: minutes until a warning and until it is critical. Undefined where a line cannot be read. */
export function readAgentLimits(text: string): readonly AgentLimit[] | undefined {
  const limits: AgentLimit[] = [];
  for (const written of text.split('\n').map((each) => each.trim())) {
    if (written === '') continue;
    const [, name, first, second] = line.exec(written) ?? [];
    if (name === undefined) return undefined;
    const [warning, critical] = [Number(first) * 60, second === undefined ? undefined : Number(second) * 60];
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
