/**
 * Every text that the plugin shows, apart from what is wrong with a formula or a definition (those stay English).
 * A key becomes the name of a string of Flex with `RealtimeDashboard` before it; docs/customising.md says how to
 * override one. `{{name}}` stands for a parameter, as in Flex's own strings. A text that counts has two keys, `_one`
 * and `_other`, and is asked for by what comes before them.
 */
export const english = {
  Title: 'Realtime Dashboard',

  // States of a tile
  OnTarget: 'On target',
  Warning: 'Warning',
  Critical: 'Critical',
  NoTraffic: 'No traffic',
  NoDataYet: 'No data yet',
  Stale: 'Stale',
  Yesterday: 'Yesterday',
  TooFew: 'Too few ({{sample}} of {{minimum}})',
  FormulaError: 'Formula error',
  FormatError: 'Format error',
  DefinitionError: 'Definition error',
  Over: 'over {{limit}}',
  Under: 'under {{limit}}',
  Equal: 'equals {{limit}}',

  // Ages
  Seconds: '{{amount}} s',
  Minutes: '{{amount}} min',
  Hours: '{{amount}} h',
  Days_one: '{{count}} day',
  Days_other: '{{count}} days',
  Old: '{{age}} old',
  StyleProblem: 'check its style',

  // The details of a tile
  Close: 'Close',
  Problem: 'Problem',
  Formula: 'Formula',
  FormulaGives: 'Formula gives',
  DataCollected: 'Data collected',
  DataCollectedAt: '{{time}}, {{age}} ago',
  NotCollectedYet: 'Not yet',
  Sample: 'Rests on',
  SampleTooSmall: '{{sample}}, at least {{minimum}} are needed',
  SampleAsked: 'at least {{minimum}} are needed',
  Thresholds: 'Thresholds',
  Otherwise: 'otherwise',
  CrossedNow: 'crossed now',
  OwnColours: 'colours of its own',

  // The line about connection and data
  Connecting: 'Connecting',
  Disconnected: 'Disconnected',
  DataAge: 'data {{age}} old',
  TodaySince: 'today since {{time}} {{place}}',
  LastActivity: 'Last activity {{time}}',
  NoActivity: 'No activity yet',

  // In place of the tiles, and above them
  Metrics: 'Metrics',
  LoadingDashboard: 'Loading the dashboard',
  NoDocuments: 'No documents yet',
  NoDocumentsCause: 'There is no Sync document {{document}} in this account, so there is nothing to show.',
  NoDocumentsCure:
    'If you set up this dashboard: create it in the Default Sync service with the contents of {{file}}, and deploy the Function that writes {{data}}. The README says how, step by step. This page notices by itself; there is no need to reload.',
  CannotBeRead: 'The dashboard cannot be read',
  CannotBeReadCause: 'Reading the Sync document {{document}} failed: {{problem}}',
  CannotBeReadCure: 'It is tried again every few seconds.',
  NoDefinitions: 'No definitions',
  NoDefinitionsCure:
    'The Sync document {{document}} defines no metric. Put in the contents of {{file}}, or a metric of your own; tiles appear at once.',
  DisconnectedSince: 'The numbers below are of {{time}} and are not being updated. Trying to reconnect.',
  DisconnectedWithoutData: 'Nothing is being updated. Trying to reconnect.',
  NoDataCause:
    'There is no Sync document {{document}}. The Function creates it at the first TaskRouter event; if events happen and it does not, check the workspace’s event callback URL.',

  // Notifications of Flex; the keys are their ids too
  Outage:
    'The Realtime Dashboard has no connection. Its numbers are not being updated; it keeps trying to reconnect.',
  MisunderstoodSettings:
    'The Realtime Dashboard does not understand these settings of Flex Configuration and goes by their defaults: {{names}}',

  // Wall mode
  WallOpen: 'Wall mode',
  WallName: 'Dashboard on the wall',
  WallNumbersOf: 'Numbers are of {{time}}. Not updating.',
  WallNothingUpdating: 'Not updating.',
  WallLoginEnded: 'Flex’s login has ended. Somebody has to reload this page and log in again.',
  WallDisconnected: 'The connection to Twilio is lost. It comes back by itself when the network does.',
  WallCollectionFails: 'Connected, but new numbers were asked for and did not come: {{problem}}',
  WallNothingCollected: 'Connected, but nothing new has been collected since then.',
  WallYesterday: 'Totals are still yesterday’s.',
  WallYesterdayCause: 'A new day has begun, and nothing has been collected in it yet.',
  WallPage: 'Page {{page}} of {{pages}}',
  WallCriticalElsewhere: '{{count}} critical on other pages',
  WallReloadPostponed: 'The daily reload is put off: Flex cannot be reached',
  WallMayGoDark: 'This browser does not keep the screen awake',
  WallKeysHint: 'F: full screen · ?: keys · Esc: leave',
  WallKeys: 'Keys',
  WallKeyFullScreen: 'Full screen on and off',
  WallKeyPage: 'Next and previous page, when there are several',
  WallKeyHelp: 'These keys on and off',
  WallKeyLeave: 'Leave the wall (in full screen: press twice)',

  // The board of a desk
  Connected: 'Connected',
  YesterdaySince:
    'yesterday since {{time}} {{place}}: a new day has begun, its first numbers are on their way',
  RefreshAsking: 'asking for newer data',
  RefreshOff: 'Automatic refresh is off',
  RefreshOffNoAddress:
    'Data is collected when something happens in TaskRouter, and at no other time: when nothing happens, it grows old. To have the dashboard ask for newer data by itself, name the refresh Function in Flex Configuration (DASHBOARD_REFRESH_URL).',
  RefreshOffUnsafe:
    'The address in Flex Configuration (DASHBOARD_REFRESH_URL) is not one to which Flex’s token can be sent safely. It must begin with https:// and be a Function of Twilio.',
  RefreshFailed: 'Automatic refresh fails',
  RefreshFailedDetail: '{{problem}} Tried again in {{age}}.',
  StaleTitle: 'The numbers are out of date',
  StaleSince:
    'They are of {{time}}. Until newer ones come they stand still, and are not compared with thresholds.',
  StaleCure:
    'Newer ones are being asked for. If they do not come, look into the log of the Function in Twilio Console.',
  StaleRefreshFails: 'Asking for newer ones fails: {{problem}}',
  StaleWithoutRefresh:
    'At a quiet time that only means that nothing has happened. If work goes on, check the workspace’s event callback URL and the log of the Function in Twilio Console.',
  DayOver: 'Totals are of yesterday',
  DayOverCause:
    'A new day has begun. The tiles marked so show the totals of the day before until the first numbers of the new day arrive.',
  DataCannotBeRead: 'The data cannot be read',
  DataCannotBeReadCause:
    'Reading the Sync document {{document}} failed: {{problem}} It is tried again every few seconds.',
  EmptyDataCause:
    'The Sync document {{document}} is still empty. The Function fills it at the first TaskRouter event; if events happen and it does not, check the workspace’s event callback URL.',
  Notices: 'Notices',
  HideNotice: 'Hide',
  ShowNotices_one: 'Show {{count}} hidden notice',
  ShowNotices_other: 'Show {{count}} hidden notices',
  DefinitionsMissing:
    'The board settings name the definition document {{document}}, which does not exist. Its tiles are not shown.',
  KeysTaken:
    'In the definition document {{document}}, keys are used that a metric of another document has: {{keys}}. The second metric is not shown.',
  SettingsFailed: 'The board settings cannot be read: {{problem}} They are tried again every few seconds.',
  SettingProblem: 'In the board settings: {{problem}}',
  SearchTiles: 'Search tiles',
  TilesFound: '{{shown}} of {{all}} tiles',
  NoTileFound: 'No tile is called “{{search}}”.',
  ClearSearch: 'Clear the search',
  WrongFirst: 'What is wrong first',
  NeedsAttention: 'Needs attention',
  NothingNeedsAttention: 'Nothing needs attention now.',
  AllElse: 'All else',
  TileChanged: '{{label}}: {{state}}.',
  OthersChanged_one: '{{count}} other tile changed.',
  OthersChanged_other: '{{count}} other tiles changed.',
  Normal: 'Normal',

  // The formula field
  FormulaList_one: 'list of {{count}}',
  FormulaList_other: 'list of {{count}}',
  FormulaFields: 'has {{names}}',
  FormulaNoAnswer: 'null: no answer',
} as const;
