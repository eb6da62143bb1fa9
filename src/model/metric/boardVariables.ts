import type { StoredChoice, StoredVariable, VariableType } from '../../schema/boardDocuments';
import { variablesIn, type Binding } from '../formula';
import { be, faultsIn, flag, isName, isRecord, listOfNames, oneOf, text, type Check } from './fieldChecks';
import type { FieldFault } from './Problem';
import { readLimit } from './readLimit';

export { everything, namesOf } from '../formula';

/** A choice that a board offers. */
export interface Variable {
  readonly name: string;
  readonly type: VariableType;
  readonly title: string | undefined;
  /** What is chosen while nobody chooses; undefined for nothing. */
  readonly default: StoredChoice | undefined;
  readonly several: boolean;
  /** Of a list; undefined where the data says what there is. */
  readonly choices: readonly string[] | undefined;
}

export const variableTypes: readonly VariableType[] = ['queue', 'channel', 'activity', 'number', 'list'];

export const isVariableName = (name: unknown): name is string =>
  typeof name === 'string' && /^[A-Za-z_]\w{0,39}$/.test(name);

export const isChoice = (value: unknown): value is StoredChoice =>
  isName(value) ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (Array.isArray(value) && value.length > 0 && value.every(isName));

const checks: Readonly<Record<keyof StoredVariable, Check>> = {
  name: (value) => (isVariableName(value) ? undefined : be('variable-name')),
  type: oneOf(variableTypes),
  title: text,
  default: (value) => (isChoice(value) ? undefined : be('stored-choice')),
  several: flag,
  choices: listOfNames,
};

export interface ParsedVariables {
  readonly variables: readonly Variable[];
  /** What is wrong with those that cannot be used, or only in part. */
  readonly faults: readonly FieldFault[];
}

/** What the document of a board offers as choices. One without a usable name or type is none; the first of a name counts. */
export function parseVariables(stored: unknown): ParsedVariables {
  const listed: readonly unknown[] = Array.isArray(stored) ? stored : [];
  const variables = new Map<string, Variable>();
  const faults: FieldFault[] = [];
  for (const entry of listed) {
    const saved = isRecord(entry) ? entry : {};
    const { name, type } = saved;
    const wrong = faultsIn({ ...saved, name: name ?? '', type: type ?? '' }, checks);
    faults.push(...wrong);
    if (!isVariableName(name) || !isType(type)) continue;
    if (variables.has(name)) {
      faults.push({ kind: 'field', field: 'name', demand: be('variable-name'), found: JSON.stringify(name) });
      continue;
    }
    const isWrong = (field: string): boolean => wrong.some((fault) => fault.field === field);
    const usual = type === 'queue' ? '*' : undefined;
    variables.set(name, {
      name,
      type,
      title: isName(saved.title) ? saved.title.trim() : undefined,
      default: isWrong('default') ? usual : (asChoice(saved.default, type) ?? usual),
      several: saved.several === true && type !== 'number',
      choices: type === 'list' ? namesIn(saved.choices) : undefined,
    });
  }
  return { variables: [...variables.values()], faults };
}

const isType = (type: unknown): type is VariableType => variableTypes.includes(type as VariableType);

const namesIn = (list: unknown): readonly string[] =>
  Array.isArray(list) ? [...new Set(list.filter(isName).map((name) => name.trim()))] : [];

/** What was chosen, as a variable of this type takes it; undefined for what it does not take. */
export function asChoice(value: unknown, type: string): StoredChoice | undefined {
  if (type !== 'number')
    return isChoice(value) ? (typeof value === 'number' ? String(value) : value) : undefined;
  const number = isName(value) ? readLimit(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** The types that need no more than their name to be known. */
export const typesByName: readonly string[] = ['queue', 'channel', 'activity'];

/** A choice that formulas read and the board does not offer; undefined where its name does not say of what. */
export const variableNamed = (name: string): Variable | undefined =>
  typesByName.includes(name)
    ? {
        name,
        type: name as VariableType,
        title: undefined,
        default: undefined,
        several: false,
        choices: undefined,
      }
    : undefined;

/** What formulas read for a variable. */
export const bindingOf = (variable: Variable | undefined, value: StoredChoice): Binding => {
  const { type = 'list', choices } = variable ?? {};
  return choices ? { type, value, choices } : { type, value };
};

/** Whether an entry of a definition document is a metric that reads the choices of a board. */
export const readsChoices = (entry: unknown): boolean =>
  variablesOfMetric((Object(entry) as { readonly metric?: unknown }).metric).length > 0;

/** The variables of the board that a metric reads; none of what is no metric. */
export function variablesOfMetric(metric: unknown): readonly string[] {
  const { formula, sampleFormula } = Object(metric) as Readonly<Record<string, unknown>>;
  const texts = [formula, sampleFormula].filter((found): found is string => typeof found === 'string');
  return [...new Set(texts.flatMap(variablesIn))];
}
