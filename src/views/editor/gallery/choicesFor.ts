import { isRecord } from '../../../model/metric/fieldChecks';
import { activitiesIn, fieldIn, queuesIn } from '../formula-field/namesInData';
import { boardsQueue } from './fillIn';
import type { ParameterName, ParameterValue, ParameterValues } from './Template';

/** What a parameter may be, as the live data has it. */
export type Choices =
  | { readonly kind: 'name' | 'names'; readonly choices: readonly string[]; readonly first: ParameterValue }
  /** Seconds at which waits are counted; there are no others. */
  | { readonly kind: 'seconds'; readonly choices: readonly number[]; readonly first: number }
  /** Any whole number from the least to the most. */
  | { readonly kind: 'number'; readonly least: number; readonly most: number; readonly first: number };

/** What to choose from for a parameter, and the choice that is most likely meant. */
export function choicesFor(parameter: ParameterName, data: unknown): Choices {
  switch (parameter) {
    case 'queue': {
      const choices = queuesOf(data);
      return { kind: 'name', choices: inOrder(choices), first: choices[0] ?? '' };
    }
    case 'queues': {
      const choices = queuesOf(data);
      return { kind: 'names', choices: inOrder(choices), first: choices.slice(0, 2) };
    }
    case 'channel': {
      const choices = channelsOf(data);
      return { kind: 'name', choices, first: choices[0] ?? '' };
    }
    case 'available':
      return activity(data, /^(available|disponible)/i, 'Available');
    case 'offline':
      return activity(data, /off ?line|logged ?out|desconectad/i, 'Offline');
    case 'breaks': {
      const choices = activitiesOf(data);
      const likely = choices.filter((name) => /break|lunch|pause|descanso|almuerzo|comida/i.test(name));
      return { kind: 'names', choices, first: likely.length > 0 ? likely : choices.slice(0, 1) };
    }
    case 'within':
      return seconds(data, 20);
    case 'short':
      return seconds(data, 5);
    case 'wait':
      return { kind: 'number', least: 0, most: 86_400, first: 60 };
    case 'target':
      return { kind: 'number', least: 1, most: 99, first: 80 };
    case 'priority':
      return { kind: 'number', least: 0, most: 2 ** 31 - 1, first: 10 };
  }
}

/** As people put them in order: Billing 2 before Billing 10. */
const inOrder = (names: readonly string[]): readonly string[] => [...names].sort(collator.compare);
const collator = new Intl.Collator(undefined, { numeric: true });

/** The likely choice for each parameter. */
export const firstChoices = (parameters: readonly ParameterName[], data: unknown): ParameterValues =>
  Object.fromEntries(parameters.map((parameter) => [parameter, choicesFor(parameter, data).first]));

/** Whether a value can be filled in for a parameter. */
export function isChosen(
  parameter: ParameterName,
  value: ParameterValue | undefined,
  data: unknown,
): boolean {
  if (value === undefined) return false;
  if (typeof value === 'string') {
    const offered = choicesFor(parameter, data);
    if (value === boardsQueue) return true;
    return value.trim() !== '' && (offered.kind !== 'name' || isOffered(value, offered.choices));
  }
  if (typeof value !== 'number') return value.length > 0 && value.every((name) => name.trim() !== '');
  const choices = choicesFor(parameter, data);
  return choices.kind !== 'number'
    ? Number.isInteger(value) && value > 0
    : Number.isInteger(value) && value >= choices.least && value <= choices.most;
}

/** A name that is typed has to be one of those that there are, where there are any. */
const isOffered = (name: string, choices: readonly string[]): boolean =>
  choices.length === 0 || choices.includes(name);

function activity(data: unknown, likely: RegExp, otherwise: string): Choices {
  const choices = activitiesOf(data);
  const first = choices.find((name) => likely.test(name)) ?? choices[0] ?? otherwise;
  return { kind: 'name', choices, first };
}

function seconds(data: unknown, wanted: number): Choices {
  const choices = splitsOf(data);
  const nearest = [...choices].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
  return { kind: 'seconds', choices, first: nearest ?? wanted };
}

/** Names of the queues in the data. */
export const queuesOf = (data: unknown): readonly string[] => queuesIn(data).map(named);

/** Unique names of the task channels in the data. */
const channelsOf = (data: unknown): readonly string[] => {
  const channels = fieldIn(data, 'channels');
  return isRecord(channels) ? Object.keys(channels).sort(collator.compare) : [];
};

/** Names of the activities in the data. */
export const activitiesOf = (data: unknown): readonly string[] => activitiesIn(data).map(named);

const named = ([name]: readonly [string, unknown]): string => name;

/** Seconds at which waits are counted. */
export function splitsOf(data: unknown): readonly number[] {
  const splits = ['workspace_statistics', 'cumulative', 'split_by_wait_time'].reduce<unknown>(
    (value, key) => (isRecord(value) ? value[key] : undefined),
    data,
  );
  return isRecord(splits) ? Object.keys(splits).map(Number).filter(Number.isInteger) : [];
}
