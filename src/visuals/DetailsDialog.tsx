import * as React from 'react';
import { futureMs } from '../model/time/futureMs';
import { styled, themeGet } from '../paste/styling';
import { useStrings } from '../strings/StringsContext';
import { clockTime } from '../strings/clockTimes';
import { ageInWords } from '../strings/timesInWords';
import { DialogFrame } from '../ui/DialogFrame';
import { Button } from '../ui/Button';
import { useModalDialog } from '../ui/useModalDialog';
import type { TileContent } from './describeReading';
import { StateIcon } from './StateIcon';
import type { DetailsProps } from './VisualKind';

export interface DetailsDialogProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly content: TileContent;
  /** Without the line of context, which is said elsewhere. */
  readonly isContextElsewhere?: boolean;
  readonly onClose: () => void;
  /** Above the facts, over the whole of a wider dialog. */
  readonly main?: React.ReactNode;
  /** Who and what is counted. */
  readonly behind?: React.ReactNode;
  /** `Fact`s. */
  readonly children: React.ReactNode;
}

/** A dialog over the board about one tile. When it is gone the tile has the focus again. */
export function DetailsDialog({
  label,
  description,
  content: { text: shown, unit, word, context, state },
  isContextElsewhere = false,
  onClose,
  main,
  behind,
  children,
}: DetailsDialogProps): React.ReactElement {
  const dialog = useModalDialog(onClose);
  const { text } = useStrings();
  return (
    <Dialog
      ref={dialog}
      aria-label={label}
      data-wide={main === undefined ? undefined : ''}
      onKeyDown={keepEscape}
      onClick={(event: React.MouseEvent) => event.target === event.currentTarget && onClose()}
    >
      <Inside>
        <Head>
          <h2 dir="auto">{label}</h2>
          <Button type="button" onClick={onClose}>
            {text('Close')}
          </Button>
        </Head>
        {description ? <p dir="auto">{description}</p> : null}
        <Face>
          <strong translate="no">{unit ? `${shown} ${unit}` : shown}</strong>
          {word ? (
            <span>
              <StateIcon state={state} />
              <span>{!isContextElsewhere && context ? ` ${word} · ${context}` : ` ${word}`}</span>
            </span>
          ) : null}
        </Face>
        {main}
        {behind}
        <Facts>{children}</Facts>
      </Inside>
    </Dialog>
  );
}

/** Escape closes the details alone, not what they were opened from. */
const keepEscape = (event: React.KeyboardEvent): void => {
  if (event.key === 'Escape') event.stopPropagation();
};

export function Fact({ name, children }: { name: string; children: React.ReactNode }): React.ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** When the data was collected, and how long ago. */
export function CollectedFact({
  collectedAt,
  now,
}: Pick<DetailsProps<unknown>, 'collectedAt' | 'now'>): React.ReactElement {
  const strings = useStrings();
  const { text } = strings;
  return (
    <Fact name={text('DataCollected')}>
      {collectedAt === undefined
        ? text('NotCollectedYet')
        : text(collectedAt > now + futureMs ? 'DataCollectedInFuture' : 'DataCollectedAt', {
            time: clockTime(collectedAt, strings.timeZone),
            age: ageInWords((now - collectedAt) / 1000, strings),
          })}
    </Fact>
  );
}

const Dialog = styled(DialogFrame)`
  width: min(40rem, 92vw);
  &[data-wide] {
    width: min(64rem, 92vw);
  }
  max-height: 86vh;
  overflow: auto;
  p {
    margin: 0;
  }
`;

/** Fills the dialog, so that a click on the dialog itself is one on the backdrop. */
const Inside = styled('div')`
  display: grid;
  gap: 1rem;
  padding: 1.25rem 1.5rem 1.5rem;
`;

const Head = styled('div')`
  display: flex;
  justify-content: space-between;
  align-items: flex-start;
  gap: 1rem;
`;

const Face = styled('div')`
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

const Facts = styled('dl')`
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
