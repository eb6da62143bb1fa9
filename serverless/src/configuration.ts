import moment from 'moment-timezone';
import { defaultDocuments, defaultRoles } from '../../src/schema/defaults';
import { isDocumentName } from '../../src/persistence/documentNames';
import { CollectorError } from './CollectorError';

export interface Configuration {
  readonly workspaceSid: string;
  /** SID of a Sync service, or `default`. */
  readonly syncServiceSid: string;
  /** Unique name of the document that the dashboards read. */
  readonly dataDocument: string;
  /** Unique name of the first document of metric definitions. */
  readonly definitionsDocument: string;
  /** Unique name of the document of board settings. */
  readonly boardDocument: string;
  /** IANA name */
  readonly timeZone: string;
  /** Local time of day, `HH:MM` */
  readonly dayStart: string;
  /** Seconds, as TaskRouter's SplitByWaitTime wants them: `5,20,60`. */
  readonly waitSplits: string;
  /** Which queues: names, in which * stands for anything, and SIDs. */
  readonly queues: readonly string[];
  /** Queues above this number are left out; 0 collects none. */
  readonly queuesMax: number;
  /** Unique names of the task channels that are collected apart, too. */
  readonly taskChannels: readonly string[];
  /** Roles of Flex whose members may save definitions. */
  readonly editorRoles: readonly string[];
  /** Collections begin at least this far apart. */
  readonly intervalMs: number;
  /** How long after the last collection another one follows. */
  readonly trailingMs: number;
  /** Whether the past is kept. */
  readonly history: boolean;
  /** Calls a second for the past, on average. */
  readonly historyRate: number;
}

interface Variable<Value> {
  readonly name: string;
  readonly fallback?: string;
  /** The value to use, or undefined when the text is not valid. */
  readonly parse: (text: string) => Value | undefined;
  /** Completes the sentence "Set it to ...". */
  readonly expected: string;
}

const matching = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : undefined);

const aDocumentName = {
  parse: (text: string): string | undefined => (isDocumentName(text) ? text : undefined),
  expected: 'a unique name of 1 to 320 letters, digits, dots, dashes and underscores, which is no SID',
};

/** Both together must leave an invocation time to collect twice within 10 s. */
const halfToThreeSeconds = (text: string): number | undefined =>
  /^\d(\.\d{1,3})?$/.test(text) && Number(text) >= 0.5 && Number(text) <= 3 ? Number(text) * 1000 : undefined;

/** One document each, and all of them are listed in the data document. */
const mostQueues = 200;
/** A statistics call each, and no workspace has more task channels. */
const mostChannels = 15;

const listOf = (text: string): readonly string[] | undefined => {
  const parts = text.split(',').map((part) => part.trim());
  return parts.includes('') ? undefined : [...new Set(parts)];
};

const variables: { readonly [key in keyof Configuration]: Variable<Configuration[key]> } = {
  workspaceSid: {
    name: 'TWILIO_WORKSPACE_SID',
    parse: matching(/^WS[0-9a-f]{32}$/i),
    expected: 'the SID of the TaskRouter workspace (WS and 32 hexadecimal digits)',
  },
  syncServiceSid: {
    name: 'DASHBOARD_SYNC_SERVICE_SID',
    fallback: 'default',
    parse: matching(/^(default|IS[0-9a-f]{32})$/i),
    expected: 'the SID of a Sync service (IS and 32 hexadecimal digits) or to default',
  },
  dataDocument: {
    name: 'DASHBOARD_DATA_DOCUMENT',
    fallback: defaultDocuments.data,
    ...aDocumentName,
  },
  definitionsDocument: {
    name: 'DASHBOARD_DEFINITIONS_DOCUMENT',
    fallback: defaultDocuments.definitions,
    ...aDocumentName,
  },
  boardDocument: {
    name: 'DASHBOARD_BOARD_DOCUMENT',
    fallback: defaultDocuments.board,
    ...aDocumentName,
  },
  timeZone: {
    name: 'DASHBOARD_TIMEZONE',
    fallback: 'UTC',
    parse: (text) => moment.tz.zone(text)?.name,
    expected: 'an IANA time zone, such as Australia/Sydney',
  },
  dayStart: {
    name: 'DASHBOARD_DAY_START',
    fallback: '06:00',
    parse: matching(/^([01]\d|2[0-3]):[0-5]\d$/),
    expected: 'a time of day between 00:00 and 23:59, such as 06:00',
  },
  waitSplits: {
    name: 'DASHBOARD_WAIT_SPLITS',
    fallback: '5,20,60,120',
    parse: (text) => matching(/^[1-9]\d{0,5}(,[1-9]\d{0,5})*$/)(text.replace(/\s/g, '')),
    expected: 'whole seconds above 0, separated by commas, such as 5,20,60,120',
  },
  queues: {
    name: 'DASHBOARD_QUEUES',
    fallback: '*',
    parse: listOf,
    expected:
      'names of queues (* stands for anything) or their SIDs, separated by commas, such as Support,Sales *',
  },
  queuesMax: {
    name: 'DASHBOARD_QUEUES_MAX',
    fallback: '50',
    parse: (text) => (/^\d{1,3}$/.test(text) && Number(text) <= mostQueues ? Number(text) : undefined),
    expected: `a whole number from 0 to ${mostQueues}`,
  },
  taskChannels: {
    name: 'DASHBOARD_TASK_CHANNELS',
    fallback: 'none',
    parse: (text) => {
      const channels = text === 'none' ? [] : listOf(text);
      return channels && channels.length <= mostChannels ? channels : undefined;
    },
    expected: `none, or the unique names of at most ${mostChannels} task channels, separated by commas, such as voice,chat`,
  },
  editorRoles: {
    name: 'DASHBOARD_EDITOR_ROLES',
    fallback: defaultRoles.join(','),
    parse: listOf,
    expected: 'the names of roles of Flex, separated by commas, such as supervisor,admin',
  },
  intervalMs: {
    name: 'DASHBOARD_INTERVAL',
    fallback: '2',
    parse: halfToThreeSeconds,
    expected: 'seconds from 0.5 to 3',
  },
  trailingMs: {
    name: 'DASHBOARD_TRAILING_DELAY',
    fallback: '3',
    parse: halfToThreeSeconds,
    expected: 'seconds from 0.5 to 3',
  },
  history: {
    name: 'DASHBOARD_HISTORY',
    fallback: 'on',
    parse: (text) => ({ on: true, off: false })[text],
    expected: 'on or off',
  },
  historyRate: {
    name: 'DASHBOARD_HISTORY_RATE',
    fallback: '2',
    parse: (text) =>
      /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 20 ? Number(text) : undefined,
    expected: 'a whole number of calls a second, from 1 to 20',
  },
};

/**
 * Reads the Function's variables.
 * @throws CollectorError 500 `invalid-configuration` that names every variable that is missing or wrong
 */
export function readConfiguration(environment: Readonly<Record<string, unknown>>): Configuration {
  const problems: string[] = [];

  const read = <Value>({ name, fallback, parse, expected }: Variable<Value>): Value | undefined => {
    const given = environment[name];
    const text = typeof given === 'string' && given.trim() !== '' ? given.trim() : fallback;
    const value = text === undefined ? undefined : parse(text);
    if (value === undefined) {
      const wrong = text === undefined ? 'is missing' : `is ${JSON.stringify(text)}, which is not valid`;
      problems.push(`${name} ${wrong}. Set it to ${expected}, and deploy again.`);
    }
    return value;
  };

  const configuration = {
    workspaceSid: read(variables.workspaceSid),
    syncServiceSid: read(variables.syncServiceSid),
    dataDocument: read(variables.dataDocument),
    definitionsDocument: read(variables.definitionsDocument),
    boardDocument: read(variables.boardDocument),
    timeZone: read(variables.timeZone),
    dayStart: read(variables.dayStart),
    waitSplits: read(variables.waitSplits),
    queues: read(variables.queues),
    queuesMax: read(variables.queuesMax),
    taskChannels: read(variables.taskChannels),
    editorRoles: read(variables.editorRoles),
    intervalMs: read(variables.intervalMs),
    trailingMs: read(variables.trailingMs),
    history: read(variables.history),
    historyRate: read(variables.historyRate),
  };
  if (isComplete(configuration)) return configuration;
  throw new CollectorError(500, 'invalid-configuration', problems.join(' '));
}

const isComplete = (configuration: {
  readonly [key in keyof Configuration]: unknown;
}): configuration is Configuration => Object.values(configuration).every((value) => value !== undefined);
