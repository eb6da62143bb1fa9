/** Of how many queues a figure over all queues was made. */
export interface PartOfQueues {
  readonly count: number;
  readonly all: number;
}

const knownParts = new WeakMap<object, PartOfQueues | undefined>();

/** How many of all queues the data has; undefined when it has them all, as far as it says. */
function partIn(data: unknown): PartOfQueues | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (!knownParts.has(data)) knownParts.set(data, readPart(data));
  return knownParts.get(data);
}

function readPart({ queues, notices }: { queues?: unknown; notices?: unknown }): PartOfQueues | undefined {
  if (!Array.isArray(queues) || !Array.isArray(notices)) return undefined;
  for (const notice of notices as readonly unknown[]) {
    const { code, text } = Object(notice) as { code?: unknown; text?: unknown };
    // The Function says it in words that a person can read: "150 of 200 queues are left out".
    const [, all] =
      code === 'queues-capped'
        ? (/^\d+ of (\d+) queues/.exec(typeof text === 'string' ? text : '') ?? [])
        : [];
    if (all !== undefined && Number(all) > queues.length) return { count: queues.length, all: Number(all) };
  }
  return undefined;
}

/** Whether a formula goes through all queues; one that asks for a queue by name does not. */
const readsQueues = (formula: string): boolean => /\bqueues\b/.test(formula);

/** What a figure leaves out without showing it; undefined when that is nothing. */
export function partOfQueues(formula: string, data: unknown): PartOfQueues | undefined {
  const part = partIn(data);
  return part && readsQueues(formula) ? part : undefined;
}
