import { quoted } from '../formula-field/spelling';
import type { ParameterName, ParameterValue, ParameterValues } from './Template';

/** In place of a queue's name: whichever is chosen on the board. No queue is called so. */
export const boardsQueue = '\u0000board.queue';

const parameter = /\{\{(\w+)\}\}/g;

/** Names of the parameters of a template, each once, in their order. */
export const parametersIn = (...templates: readonly string[]): readonly ParameterName[] => [
  ...new Set(
    templates.flatMap((template) =>
      [...template.matchAll(parameter)].map(([, name]) => name as ParameterName),
    ),
  ),
];

/** A template's formula with the values in it, names as text of the language: a name with a quote in it stays a name. */
export const fillInFormula = (template: string, values: ParameterValues): string =>
  fillIn(template, values, inFormula);

/** A label or a description with the values in it, as a reader would write them. */
export const fillInText = (template: string, values: ParameterValues): string =>
  fillIn(template, values, (_, value) => (Array.isArray(value) ? value.join(', ') : String(value)) || '…');

function fillIn(
  template: string,
  values: ParameterValues,
  write: (name: ParameterName, value: ParameterValue) => string,
): string {
  return template.replace(parameter, (whole, name: ParameterName) => {
    const value = values[name];
    return value === undefined ? whole : write(name, value);
  });
}

function inFormula(name: ParameterName, value: ParameterValue): string {
  if (typeof value === 'number') return String(value);
  if (value === boardsQueue) return 'board.queue';
  if (typeof value === 'string') return spelt(value);
  // No word adds up activities.
  if (name === 'breaks') return value.map((entry) => `activity(${spelt(entry)})`).join(' + ') || '0';
  return `[${value.map(spelt).join(', ')}]`;
}

/** A name as text in a formula: in double quotes where that spares an escape. */
function spelt(name: string): string {
  return quoted(name, name.includes("'") && !name.includes('"') ? '"' : "'");
}
