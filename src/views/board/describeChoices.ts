import type { StoredChoice } from '../../schema/boardDocuments';
import { everything, namesOf } from '../../model/metric/boardVariables';
import type { Strings } from '../../strings/Strings';
import type { ShownVariable } from './bindTiles';

type Named = Pick<ShownVariable, 'name' | 'type' | 'title'>;

/** What a choice is called. */
export function titleOfVariable({ name, type, title }: Named, { text }: Pick<Strings, 'text'>): string {
  if (title !== undefined) return title;
  return name === type ? text(titles[type]) : name;
}

const titles = {
  queue: 'ChoiceQueue',
  channel: 'ChoiceChannel',
  activity: 'ChoiceActivity',
  number: 'ChoiceNumber',
  list: 'ChoiceList',
} as const;

/** What is chosen, as a person reads it; undefined where nothing is. */
export function chosenInWords(
  { type }: Pick<ShownVariable, 'type'>,
  chosen: StoredChoice | undefined,
  { text }: Pick<Strings, 'text'>,
): string | undefined {
  if (chosen === undefined) return undefined;
  if (chosen === everything) return text(type === 'queue' ? 'ChoiceAllQueues' : 'ChoiceAll');
  return [chosen].flat().join(', ');
}

/** All there is to choose from; undefined where that is not known, or anything will do. */
export const choicesOf = ({ type, choices }: ShownVariable, data: unknown): readonly string[] | undefined =>
  choices ?? namesOf(type, data);

/** What is chosen and not there any more. */
export function goneOf({ chosen }: ShownVariable, there: readonly string[] | undefined): readonly string[] {
  if (!there || chosen === undefined || chosen === everything) return [];
  return [chosen]
    .flat()
    .map(String)
    .filter((name) => !there.includes(name));
}

/** All that is chosen, in one line, for who cannot change it. */
export const describeChoices = (
  variables: readonly ShownVariable[],
  data: unknown,
  strings: Pick<Strings, 'text'>,
): string =>
  variables
    .filter(({ chosen }) => chosen !== undefined)
    .map((variable) => {
      const gone = goneOf(variable, choicesOf(variable, data));
      const value =
        gone.length > 0
          ? strings.text('ChoiceGone', { names: gone.join(', ') })
          : chosenInWords(variable, variable.chosen, strings);
      return `${titleOfVariable(variable, strings)}: ${value}`;
    })
    .join(' · ');
