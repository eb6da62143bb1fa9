import { FormulaError } from './FormulaError';
import { limits } from './limits';
import type { Run } from './Run';
import { describeKind, quote } from './values';

/** What JavaScript prepares for one language, which takes it a thousand times longer than to use it. */
class Prepared<Tool> {
  /** The least recently used first. */
  private readonly tools = new Map<string | undefined, Tool>();

  constructor(private readonly prepare: (tag: string | undefined) => Tool) {}

  for(tag: string | undefined): Tool {
    const tool = this.tools.get(tag) ?? this.prepare(tag);
    this.tools.delete(tag);
    this.tools.set(tag, tool);
    if (this.tools.size > limits.languagesCached) {
      for (const oldest of this.tools.keys()) {
        this.tools.delete(oldest);
        break;
      }
    }
    return tool;
  }
}

const { Collator, NumberFormat } = Intl;
const collators = new Prepared((tag) => new Collator(tag));
const numberFormats = new Prepared((tag) => new NumberFormat(tag));

/** `text.localeCompare(other, tag)` */
export function compareIn(given: readonly unknown[], text: string, other: string, run: Run): number {
  const collator = toolFor(collators, given, run);
  const begun = run.beginHostCall();
  const order = collator.compare(text, other);
  run.endHostCall(begun);
  return order;
}

/** `number.toLocaleString(tag)` */
export function formatIn(given: readonly unknown[], number: number, run: Run): string {
  const format = toolFor(numberFormats, given, run);
  const begun = run.beginHostCall();
  const text = format.format(number);
  run.endHostCall(begun);
  return text;
}

/**
 * The tool for a language tag such as `'en-GB'`. A text that is none is the formula's mistake;
 * lists of tags and options, which JavaScript would read, are refused rather than left out.
 */
function toolFor<Tool>(tools: Prepared<Tool>, [tag, options]: readonly unknown[], run: Run): Tool {
  if (tag !== undefined && typeof tag !== 'string') {
    throw new FormulaError(
      'blocked',
      `A language tag such as "en-GB" is needed here, and ${describeKind(tag)} was given.`,
    );
  }
  // Chrome and Node take an empty tag for a mistake at first and for the default after any other comparison.
  if (tag === '')
    throw new FormulaError(
      'type',
      'A language tag such as "en-GB" is needed here, and an empty text was given.',
    );
  // JavaScript reads tags of any length, in a time that grows with it.
  if (tag !== undefined && tag.length > limits.tagLength)
    throw new FormulaError(
      'too-large',
      `A language tag has at most ${limits.tagLength} characters, and this one has ${tag.length}. Write one such as "en-GB".`,
    );
  if (options !== undefined) {
    throw new FormulaError(
      'blocked',
      'A formula takes no options after the language tag. For a number of digits write toFixed(1).',
    );
  }
  run.chargeTag(tag);
  try {
    return tools.for(tag);
  } catch {
    throw new FormulaError('type', `${quote(String(tag))} is no language tag such as "en-GB".`);
  }
}
