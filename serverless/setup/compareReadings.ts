import { parseEnv } from 'node:util';
import { parse } from 'dotenv';

export interface Readings {
  /** What `twilio serverless:deploy` deploys. */
  readonly variables: Readonly<Record<string, string>>;
  /** Lines that it reads differently from Node.js, and lines that are ignored. Each with its number and what to write. */
  readonly problems: readonly string[];
}

/**
 * Reads a `.env` file twice: as `twilio serverless:deploy` does, by the same version of dotenv, and as current tools do.
 * Where they differ, the Functions would get something other than the line seems to say.
 */
export function compareReadings(text: string): Readings {
  const deployed: Record<string, string> = parse(text);
  const read = new Map(
    Object.entries(parseEnv(text)).map(([name, value]) => [name.replace(/^\uFEFF/, ''), value]),
  );
  const lines = text.split('\n');
  // An empty value is not deployed, as if there were none.
  const differing = [...new Set([...Object.keys(deployed), ...read.keys()])].filter(
    (name) => (deployed[name] ?? '') !== (read.get(name) ?? ''),
  );
  const numbers = new Set(differing.map((name) => lastLineOf(name, lines)));
  if (text.startsWith('\uFEFF')) return { variables: deployed, problems: [describe(0, text)] };
  const problems = [...numbers].sort((a, b) => a - b).map((index) => describe(index, lines[index] ?? ''));
  const ignored = lines.flatMap((line, index) =>
    /^\s*(#.*|[\w.-]+\s*=.*)?$/.test(line.trim())
      ? []
      : `Line ${index + 1} is neither NAME=value nor a comment, and is ignored: correct it, or begin it with #.`,
  );
  return { variables: deployed, problems: problems.length > 0 ? problems : ignored };
}

/** Index of the line that decides; the first one when no line says so. */
function lastLineOf(name: string, lines: readonly string[]): number {
  const begins = (line: string): boolean => {
    const [, found] = /^[\s\uFEFF]*(?:export\s+)?([\w.-]+)\s*=/.exec(line) ?? [];
    return found === name;
  };
  return Math.max(0, lines.map(begins).lastIndexOf(true));
}

const describe = (index: number, line: string): string =>
  `Line ${index + 1} would be deployed differently from what it seems to say: ${cureFor(line)}.`;

function cureFor(line: string): string {
  if (line.startsWith('\uFEFF')) return 'save the file as UTF-8 without a byte order mark (BOM)';
  if (/^\s*export\s/.test(line)) return 'leave out "export"';
  const value = line.slice(line.indexOf('=') + 1).trim();
  const [quote] = /^["'`]/.exec(value) ?? [];
  if (quote === '`') return 'leave out the backticks, or use double quotes';
  if (quote && !value.slice(1).includes(quote)) return 'write the whole value on this line, with both quotes';
  if (value.includes('#'))
    return 'put the comment on a line of its own; if # belongs to the value, put the whole value in double quotes';
  if (quote) return 'put one pair of quotes around the whole value, or use none';
  return 'write NAME=value, without quotes and escapes';
}
