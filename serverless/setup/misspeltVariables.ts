import { didYouMean } from '../../src/model/formula/didYouMean';

/**
 * Lines that set a variable of ours which the Functions do not know, and which therefore does nothing. Each with its number.
 * @param known names that .env.example explains
 */
export function misspeltVariables(text: string, known: readonly string[]): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const [, name] = /^\s*(dashboard_\w+)\s*=/i.exec(line) ?? [];
    if (name === undefined || known.includes(name)) return [];
    const cure = didYouMean(name, known, String) || ' .env.example has the names; leave the line out.';
    return `Line ${index + 1} sets ${name}, which nothing reads.${cure}`;
  });
}
