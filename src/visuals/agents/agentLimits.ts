/** How long agents may be in an activity, in seconds. */
export interface AgentLimit {
  readonly activity: string;
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
    const [, activity, first, second] = line.exec(written) ?? [];
    // Alone, `1,5` may be one number or two.
    if (activity === undefined || first === undefined || (second === undefined && first.includes(',')))
      return undefined;
    const [warning, critical] = [minutes(first), second === undefined ? undefined : minutes(second)];
    if (critical !== undefined && critical <= warning) return undefined;
    limits.push({ activity, warning, critical });
  }
  return limits;
}
