import * as React from 'react';
import { describeProblem } from '../../../visuals/describeProblem';
import { Button } from '../../../ui/Button';
import { styled, themeGet } from '../../../paste/styling';
import type { TextKey } from '../../../strings/TextKey';
import { useStrings } from '../../../strings/StringsContext';
import { ReadingFace } from '../gallery/ReadingFace';
import { mostBytes } from '../../../schema/defaults';
import type { DocumentSize } from '../../../model/board/documentSizes';
import type { ImportChoice } from './importCommand';
import { brokenInWords, describeChange, tileProblemInWords } from './inWords';
import type { ImportPlan, PlannedMetric } from './planImport';

export interface ImportReportProps {
  readonly plan: ImportPlan;
  readonly choiceOf: (planned: PlannedMetric) => ImportChoice;
  readonly onChoose: (key: string, choice: ImportChoice) => void;
  readonly withSettings: boolean;
  readonly onSettings: (withSettings: boolean) => void;
  /** After the import; none when nothing is chosen. */
  readonly sizes: readonly DocumentSize[];
}

/** As many rows are drawn in no time; more only when somebody asks for them. */
const mostRows = 200;

/** What an import would do: a row for each metric, to be taken or left; then settings, and how full the documents would be. */
export function ImportReport(props: ImportReportProps): React.ReactElement {
  const { plan, choiceOf, onChoose, withSettings, onSettings, sizes } = props;
  const strings = useStrings();
  const { text } = strings;
  const outcomes = plan.metrics.map((planned) => outcomeOf(planned, choiceOf(planned)));
  const [isWhole, setWhole] = React.useState(false);
  const rows = isWhole ? plan.metrics : plan.metrics.slice(0, mostRows);
  const counted = (wanted: Outcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  return (
    <Report>
      <p>
        {text('ExchangeSummary', {
          added: counted('add'),
          replaced: counted('replace'),
          skipped: counted('skip'),
        })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{text('ExchangeMetric')}</th>
            <th scope="col">{text('ExchangeAction')}</th>
            <th scope="col">{text('ExchangeHere')}</th>
            <th scope="col">{text('ExchangeNotes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((planned) => (
            <Row key={planned.key} planned={planned} choice={choiceOf(planned)} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
      {rows.length < plan.metrics.length ? (
        <Button type="button" onClick={() => setWhole(true)}>
          {text('ExchangeShowAll', { count: plan.metrics.length })}
        </Button>
      ) : null}
      {plan.settings || plan.layout ? (
        <label>
          <input
            type="checkbox"
            checked={withSettings}
            onChange={({ target }) => onSettings(target.checked)}
          />{' '}
          {text('ExchangeSettings', {
            names: [
              ...Object.keys(plan.settings ?? {}),
              ...(plan.layout ? [text('ExchangeLayout')] : []),
            ].join(', '),
          })}
        </label>
      ) : null}
      {withSettings && plan.tiles.length > 0 ? (
        <ul className="warns" aria-label={text('ExchangeLayout')}>
          {plan.tiles.map((problem) => (
            <li key={JSON.stringify(problem)}>{tileProblemInWords(problem, strings)}</li>
          ))}
        </ul>
      ) : null}
      <ul aria-label={text('ExchangeSizes')}>
        {sizes.map(({ name, bytes, bytesLeft }) => (
          <li key={name} data-full={bytesLeft < 0 ? '' : undefined}>
            {bytesLeft < 0
              ? text('ExchangeTooLarge', { name, over: -bytesLeft })
              : text('ExchangeSize', { name, bytes, most: mostBytes })}
          </li>
        ))}
      </ul>
    </Report>
  );
}

type Outcome = 'add' | 'replace' | 'skip';

const outcomeOf = (planned: PlannedMetric, choice: ImportChoice): Outcome =>
  choice === 'skip' || planned.status === 'invalid'
    ? 'skip'
    : choice === 'put' && planned.status !== 'new'
      ? 'replace'
      : 'add';

const whySkipped = {
  invalid: 'ExchangeInvalid',
  same: 'ExchangeSame',
} as const satisfies Readonly<Record<string, TextKey>>;

interface RowProps {
  readonly planned: PlannedMetric;
  readonly choice: ImportChoice;
  readonly onChoose: (key: string, choice: ImportChoice) => void;
}

function Row({ planned, choice, onChoose }: RowProps): React.ReactElement {
  const strings = useStrings();
  const { text } = strings;
  const { key, label, status } = planned;
  const canBeTaken = status === 'new' || status === 'differs';
  return (
    <tr data-outcome={outcomeOf(planned, choice)}>
      <th scope="row">
        <label>
          <input
            type="checkbox"
            checked={choice !== 'skip'}
            disabled={!canBeTaken}
            onChange={({ target }) => onChoose(key, target.checked ? 'put' : 'skip')}
          />{' '}
          {label}
        </label>
        {key === label ? null : <code>{key}</code>}
      </th>
      <td>
        {!canBeTaken ? (
          text(whySkipped[status])
        ) : status === 'new' ? (
          text(choice === 'skip' ? 'ExchangeSkip' : 'ExchangeAdd')
        ) : (
          <select
            aria-label={text('ExchangeActionFor', { label })}
            value={choice}
            onChange={({ target }) => onChoose(key, target.value as ImportChoice)}
          >
            <option value="put">{text('ExchangeReplace')}</option>
            <option value="rename">{text('ExchangeRename')}</option>
            <option value="skip">{text('ExchangeSkip')}</option>
          </select>
        )}
      </td>
      <td>{status === 'invalid' ? null : <ReadingFace reading={planned.reading} />}</td>
      <td>
        {status === 'invalid' ? (
          describeProblem(planned.problem, text)
        ) : (
          <>
            {planned.isByHand ? <p className="warns">{text('ExchangeByHand')}</p> : null}
            {planned.broken.map((broken) => (
              <p key={broken.kind + broken.name} className="warns">
                {brokenInWords(broken, strings)}
              </p>
            ))}
            {'problem' in planned.reading && planned.broken.length === 0 ? (
              <p>{describeProblem(planned.reading.problem, text)}</p>
            ) : null}
            {planned.changes.map((change, index) => (
              <div key={index}>
                <p>{describeChange(change, strings)}</p>
                {change.kind === 'formula' ? <Rewrite from={change.from} to={change.to} /> : null}
              </div>
            ))}
          </>
        )}
      </td>
    </tr>
  );
}

function Rewrite({ from, to }: { readonly from: string; readonly to: string }): React.ReactElement {
  return (
    <>
      <del>
        <Formula text={from} />
      </del>
      <ins>
        <Formula text={to} />
      </ins>
    </>
  );
}

/** Breaks after a dot rather than within a name. */
function Formula({ text }: { readonly text: string }): React.ReactElement {
  const [first, ...others] = text.split('.');
  return (
    <code>
      {first}
      {others.map((part, index) => (
        <React.Fragment key={index}>
          .<wbr />
          {part}
        </React.Fragment>
      ))}
    </code>
  );
}

const Report = styled('div')`
  overflow-x: auto;
  table {
    width: 100%;
    border-collapse: collapse;
    margin-bottom: 0.75rem;
  }
  th,
  td {
    padding: 0.5rem 0.75rem 0.5rem 0;
    border-bottom: 1px solid ${themeGet('borderColors.colorBorderWeaker')};
    text-align: left;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  thead th,
  th code {
    color: ${themeGet('textColors.colorTextWeak')};
    font-size: 0.8125rem;
    font-weight: 400;
  }
  th code {
    display: block;
  }
  tbody th {
    min-width: 9rem;
    font-weight: 600;
  }
  /* As wide as a time of day. */
  td:nth-of-type(2) {
    min-width: 7.5rem;
  }
  td p {
    margin: 0 0 0.25rem;
  }
  td:last-child {
    font-size: 0.875rem;
  }
  [data-outcome='skip'] th label {
    color: ${themeGet('textColors.colorTextWeak')};
  }
  .warns,
  [data-full] {
    color: ${themeGet('textColors.colorTextError')};
    font-weight: 600;
  }
  del,
  ins {
    display: grid;
    grid-template-columns: 1.25rem 1fr;
    text-decoration: none;
  }
  del {
    color: ${themeGet('textColors.colorTextWeak')};
  }
  del::before {
    content: '\\2212';
  }
  ins::before {
    content: '+';
  }
  select {
    font: inherit;
    color: inherit;
    padding: 0.25rem;
    border: 1px solid ${themeGet('borderColors.colorBorder')};
    border-radius: 4px;
    background: ${themeGet('backgroundColors.colorBackgroundBody')};
  }
  ul {
    margin: 0.75rem 0 0;
    padding: 0;
    list-style: none;
    font-size: 0.875rem;
    color: ${themeGet('textColors.colorTextWeak')};
  }
  /* In a narrow window a metric is a block, its cells below each other. */
  @media (max-width: 44rem) {
    table,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    tbody th,
    td {
      border: 0;
      padding: 0.125rem 0;
    }
    tr {
      padding: 0.5rem 0;
      border-bottom: 1px solid ${themeGet('borderColors.colorBorderWeaker')};
    }
  }
`;
