import * as React from 'react';
import type { NeededChoice, Problem } from '../../model/metric/Problem';
import type { Reading } from '../../model/metric/Reading';
import { useStrings } from '../../strings/StringsContext';
import type { AskText } from '../../strings/TextKey';
import { describeReading, type TileContent } from '../describeReading';
import { CollectedFact, DetailsDialog, Fact } from '../DetailsDialog';
import { describeProblem } from '../describeProblem';
import type { DetailsProps } from '../VisualKind';
import { TrendChart } from '../trend/TrendChart';
import { TrendsContext } from '../trend/TrendsContext';
import { ThresholdList } from './ThresholdList';

export interface NumberDetailsProps extends DetailsProps<Reading> {
  /** In other words than those of the reading alone. */
  readonly content?: TileContent;
  /** Further facts, above those of the metric. */
  readonly children?: React.ReactNode;
}

/** Everything about a tile that shows a metric. */
export function NumberDetails({
  reading,
  content: described,
  definition,
  collectedAt,
  now,
  timeZone,
  onClose,
  behind,
  children,
}: NumberDetailsProps): React.ReactElement {
  const strings = useStrings();
  const { text } = strings;
  const trends = React.useContext(TrendsContext);
  const content = described ?? describeReading(reading, strings);
  const problems = problemsOf(reading).map((problem) => describeProblem(problem, text));
  const needs = reading.status === 'no-data' ? reading.needs : undefined;
  const value = 'value' in reading ? reading.value : undefined;

  return (
    <DetailsDialog
      label={reading.label}
      description={definition?.description}
      content={content}
      isContextElsewhere={problems.length > 0}
      onClose={onClose}
      behind={behind?.()}
      main={
        definition && trends ? (
          <TrendChart definition={definition} reading={reading} collectedAt={collectedAt} />
        ) : undefined
      }
    >
      {problems.length > 0 ? (
        <Fact name={text('Problem')}>
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Fact>
      ) : null}
      {needs ? <Fact name={text('Problem')}>{cureOf(needs, text)}</Fact> : null}
      {children}
      <CollectedFact collectedAt={collectedAt} now={now} />
      {definition ? (
        <>
          <Fact name={text('Formula')}>
            <code>{definition.formula}</code>
          </Fact>
          {value === undefined ? null : (
            <Fact name={text('FormulaGives')}>
              <code>{JSON.stringify(value)}</code>
            </Fact>
          )}
          {definition.sampleFormula === undefined ? null : (
            <Fact name={text('Sample')}>
              <p>
                {reading.status === 'too-few'
                  ? text('SampleTooSmall', { sample: reading.sample, minimum: reading.minimumSample })
                  : text('SampleAsked', { minimum: definition.minimumSample ?? 0 })}
              </p>
              <code>{definition.sampleFormula}</code>
            </Fact>
          )}
          <Fact name={text('Thresholds')}>
            <ThresholdList
              definition={definition}
              crossed={reading.status === 'value' ? reading.crossed : undefined}
              timeZone={timeZone}
            />
          </Fact>
        </>
      ) : null}
    </DetailsDialog>
  );
}

/** Whoever looks can choose where the board knows what there is to choose from. */
const cureOf = ({ variable, type }: NeededChoice, text: AskText): string =>
  type === variable && !['queue', 'channel', 'activity'].includes(variable)
    ? text('NeedsCureEditor', { variable })
    : text('NeedsCure');

function problemsOf(reading: Reading): readonly Problem[] {
  if ('problem' in reading) return [reading.problem];
  const stopped = 'stopped' in reading && reading.stopped ? [reading.stopped] : [];
  return reading.status === 'value' ? [...stopped, ...reading.styleProblems] : stopped;
}
