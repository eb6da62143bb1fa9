/** A metric to start from: what docs/formulas.md has as a template, with the parts that differ from one contact centre to the next as parameters. */
export interface Template {
  readonly theme: Theme;
  /** `{{queue}}` stands for the parameter of that name. */
  readonly formula: string;
  readonly format: '' | 'number' | 'seconds' | 'percent';
  readonly decimals?: number;
  readonly increment?: true;
  /** Which way a value has to go to be alarming is the other one; `neither` is not judged. */
  readonly better: 'lower' | 'higher' | 'neither';
  /** Where to begin with thresholds; most contact centres will want others. */
  readonly warnAt?: number;
  readonly alarmAt?: number;
  /** How many cases the value rests on, where an alarm about a handful would mislead. */
  readonly sample?: string;
}

/** The headings of the gallery, in their order. */
export type Theme =
  'now' | 'queues' | 'channels' | 'agents' | 'volume' | 'serviceLevel' | 'speed' | 'offers' | 'pace';

export type ParameterName =
  /** Name of a queue, and names of several. */
  | 'queue'
  | 'queues'
  /** Unique name of a task channel. */
  | 'channel'
  /** Name of the activity of somebody at work, of somebody not logged in, and names of those for breaks. */
  | 'available'
  | 'offline'
  | 'breaks'
  /** Seconds at which waits are counted: in time, and a short wait. */
  | 'within'
  | 'short'
  /** Seconds, any number. */
  | 'wait'
  /** Percent, below 100. */
  | 'target'
  | 'priority';

export type ParameterValue = string | number | readonly string[];
export type ParameterValues = Readonly<Partial<Record<ParameterName, ParameterValue>>>;
