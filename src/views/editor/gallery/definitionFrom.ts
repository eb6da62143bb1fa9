import type { MetricDefinition } from '../../../schema/metricDefinition';
import { boardsQueue, fillInFormula, fillInText, parametersIn } from './fillIn';
import type { ParameterName, ParameterValues, Template } from './Template';
import { templateOf, type TemplateKey } from './templates';
import { chosenQueueIn, templateTexts } from './templateTexts';

/** What a person decides about a template; the rest comes with it. */
export interface Decisions {
  readonly values: ParameterValues;
  /** @default the template's, with the values in it */
  readonly label?: string;
  /** Undefined for no threshold. */
  readonly warnAt: number | undefined;
  readonly alarmAt: number | undefined;
}

/** An average of a handful alarms nobody. */
const minimumSample = 10;

export const parametersOf = (key: TemplateKey): readonly ParameterName[] => {
  const { formula, sample = '' } = templateOf(key);
  return parametersIn(formula, sample);
};

/** What the template proposes. */
export const proposed = (key: TemplateKey, values: ParameterValues): Decisions => {
  const { warnAt, alarmAt } = templateOf(key);
  return { values, warnAt, alarmAt };
};

/** The values as labels and descriptions say them. */
export const inTexts = (values: ParameterValues, locale: string): ParameterValues =>
  values.queue === boardsQueue ? { ...values, queue: chosenQueueIn(locale) } : values;

/** A metric made of a template, as it is saved. */
export function definitionFrom(key: TemplateKey, decisions: Decisions, locale: string): MetricDefinition {
  const template: Template = templateOf(key);
  const { values, warnAt, alarmAt } = decisions;
  const [label, description] = templateTexts(locale)[key];
  const said = inTexts(values, locale);
  const isJudged = warnAt !== undefined || alarmAt !== undefined;
  return {
    label: decisions.label?.trim() || fillInText(label, said),
    formula: fillInFormula(template.formula, values),
    ...(template.format ? { format: template.format } : {}),
    ...(template.decimals === undefined ? {} : { decimals: template.decimals }),
    ...(template.increment ? { increment: true } : {}),
    ...(warnAt === undefined ? {} : { firstThresholdValue: warnAt, firstThresholdStyle: 'Warn' }),
    ...(alarmAt === undefined ? {} : { secondThresholdValue: alarmAt, secondThresholdStyle: 'Error Strong' }),
    ...(isJudged && template.better === 'higher' ? { invertThresholds: true } : {}),
    ...(isJudged && template.sample
      ? { sampleFormula: fillInFormula(template.sample, values), minimumSample }
      : {}),
    description: fillInText(description, said),
  };
}
