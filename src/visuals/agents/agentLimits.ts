/** How long agents may be in an activity, in seconds. */
export interface AgentLimit {
  readonly activity: string;
  readonly warning: number;
  readonly critical: number | undefined;
}

const line = /^(.+?)\s*:\s*(\d+(?:\.\d+)?)\s*(?:[,/]\s*(\d+(?:\.\d+)?))?$/;

/** Reads lines such as `Lunch: 30, 45`: minutes until a warning and until it is critical. Undefined where a line cannot be read. */
export function readAgentLimits(text: string): readonly AgentLimit[] | undefined {
  const limits: AgentLimit[] = [];
  for (const written of text.split('\n').map((each) => each.trim())) {
    if (written === '') continue;
    const [, activity, first, second] = line.exec(written) ?? [];
    if (activity === undefined) return undefined;
    const [warning, critical] = [Number(first) * 60, second === undefined ? undefined : Number(second) * 60];
    if (critical !== undefined && critical <= warning) return undefined;
    limits.push({ activity, warning, critical });
  }
  return limits;
}
