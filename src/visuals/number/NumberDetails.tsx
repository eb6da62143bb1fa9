import * as React from 'react';
import type { MetricDefinition } from '../../contract/metricDefinition';
import { futureMs } from '../../day/futureMs';
import type { Problem } from '../../metric/Problem';
import type { Reading } from '../../metric/Reading';
import { styled, themeGet } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';
import { DialogFrame } from '../../ui/DialogFrame';
import { QuietButton } from '../../ui/QuietButton';
import { problemInWords } from '../problemInWords';
import { StateIcon } from '../StateIcon';
import { ageInWords, timeOfDay } from '../../strings/timesInWords';
import { ThresholdList } from './ThresholdList';
import { describeReading } from '../describeReading';
import { useModalDialog } from '../../ui/useModalDialog';

export interface NumberDetailsProps {
  /** The tile that is open, as it reads now: the details go on updating. */
  readonly reading: Reading;
  /** What is saved; undefined when it is not a metric. */
  readonly definition: MetricDefinition | undefined;
  /** When the data was collected, and now by the same clock: milliseconds since 1970. */
  readonly collectedAt: number | undefined;
  readonly now: number;
  /** Zone in which values of the format `time` are told; undefined when the data does not say. */
  readonly timeZone: string | undefined;
  /** Escape, the button, or a click beside the dialog. The same function on each draw. */
  readonly onClose: () => void;
}

/** All there is to know of one tile, in a dialog over the board. When it is gone the tile has the focus again. */
export function NumberDetails({
  reading,
  definition,
  collectedAt,
  now,
  timeZone,
  onClose,
}: NumberDetailsProps): React.ReactElement {
  const dialog = useModalDialog(onClose);
  const strings = useStrings();
  const { text } = strings;
  const { text: shown, unit, word, context, state } = describeReading(reading, strings);
  const problems = problemsOf(reading).map((problem) => problemInWords(problem, text));
  const value = 'value' in reading ? reading.value : undefined;

  return (
    <Dialog
      ref={dialog}
      aria-label={reading.label}
      onKeyDown={keepEscape}
      onClick={(event: React.MouseEvent) => event.target === event.currentTarget && onClose()}
    >
      <Inside>
        <Head>
          <h2 dir="auto">{reading.label}</h2>
          <QuietButton type="button" onClick={onClose}>
            {text('Close')}
          </QuietButton>
        </Head>
        {definition?.description ? <p dir="auto">{definition.description}</p> : null}
        <Face>
          <strong translate="no">{unit ? `${shown} ${unit}` : shown}</strong>
          {word ? (
            <span>
              <StateIcon state={state} />
              <span>{problems.length === 0 && context ? ` ${word} · ${context}` : ` ${word}`}</span>
            </span>
          ) : null}
        </Face>
        <Facts>
          {problems.length > 0 ? (
            <Fact name={text('Problem')}>
              {problems.map((problem) => (
                <p key={problem}>{problem}</p>
              ))}
            </Fact>
          ) : null}
          <Fact name={text('DataCollected')}>
            {collectedAt === undefined
              ? text('NotCollectedYet')
              : text(collectedAt > now + futureMs ? 'DataCollectedInFuture' : 'DataCollectedAt', {
                  time: timeOfDay(collectedAt, strings),
                  age: ageInWords((now - collectedAt) / 1000, strings),
                })}
          </Fact>
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
        </Facts>
      </Inside>
    </Dialog>
  );
}

function problemsOf(reading: Reading): readonly Problem[] {
  if ('problem' in reading) return [reading.problem];
  const stopped = 'stopped' in reading && reading.stopped ? [reading.stopped] : [];
  return reading.status === 'value' ? [...stopped, ...reading.styleProblems] : stopped;
}

/** Escape closes the details alone, not what they were opened from. */
const keepEscape = (event: React.KeyboardEvent): void => {
  if (event.key === 'Escape') event.stopPropagation();
};

function Fact({ name, children }: { name: string; children: React.ReactNode }): React.ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

const Dialog = styled(DialogFrame)`
  width: min(40rem, 92vw);
  max-height: 86vh;
  overflow: auto;
  p {
    margin: 0;
  }
`;

/** Fills the dialog, so that a click on the dialog itself is one on the backdrop. */
const Inside = styled.div`
  display: grid;
  gap: 1rem;
  padding: 1.25rem 1.5rem 1.5rem;
`;

const Head = styled.div`
  display: flex;
  justify-content: space-between;
  align-items: flex-start;
  gap: 1rem;
`;

const Face = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: 0.25rem 1rem;
  strong {
    font-size: 2rem;
    font-weight: 700;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  svg {
    width: 1em;
    height: 1em;
    vertical-align: -0.125em;
  }
`;

const Facts = styled.dl`
  display: grid;
  grid-template-columns: minmax(7rem, auto) 1fr;
  gap: 0.75rem 1.25rem;
  margin: 0;
  dt {
    color: ${themeGet('textColors.colorTextWeak')};
  }
  dd {
    margin: 0;
    min-width: 0;
  }
`;
