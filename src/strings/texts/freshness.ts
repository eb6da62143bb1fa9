/** How old the numbers are, and why. */
export const freshnessTexts = {
  Connecting: ['Connecting', 'Conectando'],
  Disconnected: ['Disconnected', 'Desconectado'],
  AgeUnknown: ['age unknown', 'antigüedad desconocida'],
  AgeUnknownTitle: ['The age of the data is unknown', 'No se sabe de cuándo son los datos'],
  AgeUnknownCause: [
    'The data is dated in the future, or its date cannot be read. Thresholds are paused until new data arrives. If this stays, check the clock of this machine.',
    'Los datos llevan una fecha futura o que no se puede leer. Los umbrales se detienen hasta que lleguen datos nuevos. Si esto sigue así, compruebe el reloj de este equipo.',
  ],
  DataCollectedInFuture: [
    '{{time}} by its own date, which is in the future; age unknown',
    '{{time}} según su propia fecha, que es futura; antigüedad desconocida',
  ],
  WasCritical: ['Was critical at {{time}}', 'En estado crítico a las {{time}}'],
  WasWarning: ['Was warning at {{time}}', 'En aviso a las {{time}}'],
  Live: ['Live', 'En vivo'],
  LiveSince: ['Live · {{age}}', 'En vivo · {{age}}'],
  DataOld: ['Data {{age}} old', 'Datos de hace {{age}}'],
  NotUpdating: ['Not updating', 'Sin actualizar'],
  NotUpdatingSince: ['Not updating · numbers of {{time}}', 'Sin actualizar · datos de las {{time}}'],
  NotUpdatingShort: ['Not updating · {{time}}', 'Sin actualizar · {{time}}'],
  AgeOfDataUnknown: ['Age of the data unknown', 'Antigüedad de los datos desconocida'],
  TotalsSince: ['Since {{time}} ({{place}})', 'Desde las {{time}} ({{place}})'],
  StillYesterday: [
    'Still yesterday’s totals; waiting for today’s first data',
    'Aún son los totales de ayer; se esperan los primeros datos de hoy',
  ],
  DisconnectedCause: [
    'The connection to Twilio is lost. Reconnecting automatically.',
    'Se perdió la conexión con Twilio. Se vuelve a conectar automáticamente.',
  ],
  RefreshAsking: ['Asking for newer data.', 'Se piden datos más recientes.'],
  RefreshOff: ['Automatic refresh is off.', 'La actualización automática está desactivada.'],
  RefreshOffNoAddress: [
    'Data is collected only when something happens in TaskRouter. To have the dashboard ask for newer data, set the address of the refresh Function in Flex Configuration (DASHBOARD_REFRESH_URL).',
    'Los datos se recopilan solo cuando ocurre algo en TaskRouter. Para que el panel pida datos más recientes, configure la dirección de la Function de actualización en Flex Configuration (DASHBOARD_REFRESH_URL).',
  ],
  RefreshFailed: ['Automatic refresh is failing.', 'La actualización automática falla.'],
  StaleTitle: ['Data is out of date', 'Los datos están desactualizados'],
  StaleSince: [
    'Last updated at {{time}}. Thresholds are paused until new data arrives.',
    'Última actualización a las {{time}}. Los umbrales están en pausa hasta que lleguen datos nuevos.',
  ],
  StaleCure: [
    'Newer data has been requested. If none arrives, check the Function’s log in Twilio Console.',
    'Se han pedido datos más recientes. Si no llegan, revise el registro de la Function en Twilio Console.',
  ],
  StaleTellAdmin: [
    'If this persists, tell your Flex admin.',
    'Si continúa, avise a su administrador de Flex.',
  ],
  StaleRefreshFails: ['Refreshing failed: {{problem}}', 'Error al actualizar: {{problem}}'],
  StaleWithoutRefresh: [
    'In a quiet period this means that nothing has happened. If agents are working, check the workspace’s event callback URL and the Function’s log in Twilio Console.',
    'En un momento tranquilo significa que no ha ocurrido nada. Si hay agentes trabajando, revise la URL de eventos del workspace y el registro de la Function en Twilio Console.',
  ],
  DayOver: ['Totals are from yesterday', 'Los totales son de ayer'],
  DayOverCause: [
    'A new day has begun. Tiles marked “Yesterday” show the previous day’s totals until today’s first data arrives.',
    'Ha empezado un nuevo día. Las tarjetas marcadas «Ayer» muestran los totales del día anterior hasta que lleguen los primeros datos de hoy.',
  ],
} as const;
