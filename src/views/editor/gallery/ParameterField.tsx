import * as React from 'react';
import type { TextKey } from '../../../strings/TextKey';
import { useStrings } from '../../../strings/StringsContext';
import { NamesField } from './NamesField';
import { choicesFor } from './choicesFor';
import { boardsQueue } from './fillIn';
import type { ParameterName, ParameterValue } from './Template';

export interface ParameterFieldProps {
  readonly parameter: ParameterName;
  /** The dashboard data that it is chosen from. */
  readonly data: unknown;
  readonly value: ParameterValue | undefined;
  readonly isWrong: boolean;
  readonly onChange: (value: ParameterValue) => void;
}

const labels = {
  queue: 'GalleryQueue',
  queues: 'GalleryQueues',
  channel: 'GalleryChannel',
  available: 'GalleryAvailable',
  offline: 'GalleryOffline',
  breaks: 'GalleryBreaks',
  within: 'GalleryWithin',
  short: 'GalleryShort',
  wait: 'GalleryWait',
  target: 'GalleryTarget',
  priority: 'GalleryPriority',
} as const satisfies Readonly<Record<ParameterName, TextKey>>;

/** More than so many are searched, as a list of them is too long to look through. */
const manyNames = 30;

/** A parameter to choose from what the live data has; to type where there is nothing to choose from. */
export function ParameterField(props: ParameterFieldProps): React.ReactElement {
  const { parameter, data, value, isWrong, onChange } = props;
  const { text } = useStrings();
  const choices = choicesFor(parameter, data);
  const label = text(labels[parameter]);

  if (choices.kind === 'names' && choices.choices.length > 0) {
    const chosen: readonly string[] = Array.isArray(value) ? value : [];
    return (
      <NamesField
        label={label}
        names={all(choices.choices, ...chosen)}
        chosen={chosen}
        isWrong={isWrong}
        onChange={onChange}
      />
    );
  }

  const ofBoard = text('GalleryBoardsQueue');
  const isQueue = parameter === 'queue';
  const isNumber = choices.kind === 'number' || choices.kind === 'seconds';
  const read = (written: string): ParameterValue => {
    if (isNumber) return written.trim() === '' ? Number.NaN : Number(written);
    if (isQueue && written === ofBoard) return boardsQueue;
    return choices.kind === 'names' ? [written] : written;
  };
  const written =
    value === boardsQueue
      ? ofBoard
      : Array.isArray(value)
        ? value.join(', ')
        : Number.isNaN(value)
          ? ''
          : String(value ?? '');
  const offered: readonly (string | number)[] = choices.kind === 'number' ? [] : choices.choices;
  const options = isQueue && offered.length > 0 ? [ofBoard, ...offered] : offered;
  return (
    <label>
      {label}
      {options.length > manyNames ? (
        <>
          <input
            type="search"
            list={`choices-${parameter}`}
            value={written}
            aria-invalid={isWrong}
            // What is there would narrow the list to itself.
            onFocus={({ currentTarget }) => currentTarget.select()}
            onChange={({ target }) => onChange(read(target.value))}
          />
          <datalist id={`choices-${parameter}`}>
            {options.map((option) => (
              <option key={option} value={option} />
            ))}
          </datalist>
        </>
      ) : options.length > 0 ? (
        <select value={written} onChange={({ target }) => onChange(read(target.value))}>
          {all(options.map(String), written).map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : (
        <input
          type={isNumber ? 'number' : 'text'}
          {...(choices.kind === 'number' ? { min: choices.least, max: choices.most } : {})}
          value={written}
          // A wheel that scrolls the form must not change a number on its way.
          onWheel={({ currentTarget }) => currentTarget.blur()}
          aria-invalid={isWrong}
          onChange={({ target }) => onChange(read(target.value))}
        />
      )}
    </label>
  );
}

/** Each once: what was chosen stays to be seen when it leaves the data. */
const all = (choices: readonly string[], ...chosen: readonly string[]): readonly string[] => [
  ...new Set([...choices, ...chosen]),
];
