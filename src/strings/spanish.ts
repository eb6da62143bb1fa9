import type { StringTable } from './Strings';

export const spanish: StringTable = {
  Title: 'Panel en tiempo real',

  OnTarget: 'En objetivo',
  Warning: 'Advertencia',
  Critical: 'Crítico',
  NoTraffic: 'Sin tráfico',
  NoDataYet: 'Aún sin datos',
  Stale: 'Desactualizado',
  Yesterday: 'Ayer',
  TooFew: 'Muy pocos ({{sample}} de {{minimum}})',
  FormulaError: 'Error de fórmula',
  FormatError: 'Error de formato',
  DefinitionError: 'Error de definición',
  Over: 'más de {{limit}}',
  Under: 'menos de {{limit}}',
  Equal: 'igual a {{limit}}',

  Seconds: '{{amount}} s',
  Minutes: '{{amount}} min',
  Hours: '{{amount}} h',
  Days_one: '{{count}} día',
  Days_other: '{{count}} días',
  Old: 'hace {{age}}',
  StyleProblem: 'revise su estilo',

  Close: 'Cerrar',
  Problem: 'Problema',
  Formula: 'Fórmula',
  FormulaGives: 'La fórmula da',
  DataCollected: 'Datos recogidos',
  DataCollectedAt: '{{time}}, hace {{age}}',
  NotCollectedYet: 'Aún no',
  Sample: 'Se basa en',
  SampleTooSmall: '{{sample}}; se necesitan al menos {{minimum}}',
  SampleAsked: 'se necesitan al menos {{minimum}}',
  Thresholds: 'Umbrales',
  Otherwise: 'si no',
  CrossedNow: 'cruzado ahora',
  OwnColours: 'colores propios',

  Connecting: 'Conectando',
  Disconnected: 'Desconectado',
  DataAge: 'datos de hace {{age}}',
  TodaySince: 'hoy desde las {{time}} {{place}}',
  LastActivity: 'Última actividad {{time}}',
  NoActivity: 'Aún sin actividad',

  Metrics: 'Métricas',
  LoadingDashboard: 'Cargando el panel',
  NoDocuments: 'Aún no hay documentos',
  NoDocumentsCause:
    'No existe el documento de Sync {{document}} en esta cuenta, así que no hay nada que mostrar.',
  NoDocumentsCure:
    'Si usted instala este panel: créelo en el servicio Sync predeterminado con el contenido de {{file}} y despliegue la Function que escribe {{data}}. El README explica cómo, paso a paso. Esta página lo nota por sí sola; no hace falta recargarla.',
  CannotBeRead: 'No se puede leer el panel',
  CannotBeReadCause: 'Falló la lectura del documento de Sync {{document}}: {{problem}}',
  CannotBeReadCure: 'Se vuelve a intentar cada pocos segundos.',
  NoDefinitions: 'Sin definiciones',
  NoDefinitionsCure:
    'El documento de Sync {{document}} no define ninguna métrica. Ponga el contenido de {{file}} o una métrica propia; las tarjetas aparecen al instante.',
  DisconnectedSince: 'Los números de abajo son de las {{time}} y no se actualizan. Intentando reconectar.',
  DisconnectedWithoutData: 'Nada se actualiza. Intentando reconectar.',
  NoDataCause:
    'No existe el documento de Sync {{document}}. La Function lo crea con el primer evento de TaskRouter; si hay eventos y no lo crea, revise la URL de devolución de eventos del espacio de trabajo.',

  Outage:
    'El panel en tiempo real no tiene conexión. Sus números no se actualizan; sigue intentando reconectar.',
  MisunderstoodSettings:
    'El panel en tiempo real no entiende estos ajustes de Flex Configuration y aplica sus valores predeterminados: {{names}}',

  WallOpen: 'Modo mural',
  WallName: 'Panel en la pared',
  WallNumbersOf: 'Números de: {{time}}. No se actualizan.',
  WallNothingUpdating: 'No se actualiza.',
  WallLoginEnded:
    'La sesión de Flex ha terminado. Alguien debe recargar esta página e iniciar sesión de nuevo.',
  WallDisconnected: 'Se perdió la conexión con Twilio. Vuelve por sí sola cuando vuelve la red.',
  WallCollectionFails: 'Hay conexión, pero se pidieron números nuevos y no llegaron: {{problem}}',
  WallNothingCollected: 'Hay conexión, pero desde entonces no se ha recopilado nada nuevo.',
  WallYesterday: 'Los totales aún son los de ayer.',
  WallYesterdayCause: 'Ha empezado un nuevo día y todavía no se ha recopilado nada en él.',
  WallPage: 'Página {{page}} de {{pages}}',
  WallCriticalElsewhere: '{{count}} en estado crítico en otras páginas',
  WallReloadPostponed: 'La recarga diaria se aplaza: no se puede llegar a Flex',
  WallMayGoDark: 'Este navegador no mantiene la pantalla encendida',
  WallKeysHint: 'F: pantalla completa · ?: teclas · Esc: salir',
  WallKeys: 'Teclas',
  WallKeyFullScreen: 'Activar y desactivar la pantalla completa',
  WallKeyPage: 'Página siguiente y anterior, si hay varias',
  WallKeyHelp: 'Mostrar y ocultar estas teclas',
  WallKeyLeave: 'Salir del mural (en pantalla completa: pulsar dos veces)',

  Connected: 'Conectado',
  YesterdaySince:
    'ayer desde las {{time}} {{place}}: ha empezado un nuevo día y sus primeros números están en camino',
  RefreshAsking: 'pidiendo datos más recientes',
  RefreshOff: 'La actualización automática está desactivada',
  RefreshOffNoAddress:
    'Los datos se recogen cuando ocurre algo en TaskRouter, y en ningún otro momento: si no ocurre nada, envejecen. Para que el panel pida por sí mismo datos más recientes, indique la Function de actualización en Flex Configuration (DASHBOARD_REFRESH_URL).',
  RefreshOffUnsafe:
    'La dirección en Flex Configuration (DASHBOARD_REFRESH_URL) no es una a la que se pueda enviar con seguridad el token de Flex. Debe empezar por https:// y ser una Function de Twilio.',
  RefreshFailed: 'La actualización automática falla',
  RefreshFailedDetail: '{{problem}} Se intenta de nuevo en {{age}}.',
  StaleTitle: 'Los números están desactualizados',
  StaleSince:
    'Son de las {{time}}. Hasta que lleguen otros más recientes no cambian ni se comparan con los umbrales.',
  StaleCure:
    'Se están pidiendo otros más recientes. Si no llegan, consulte el registro de la Function en Twilio Console.',
  StaleRefreshFails: 'Falla la petición de otros más recientes: {{problem}}',
  StaleWithoutRefresh:
    'En un momento tranquilo eso solo significa que no ha ocurrido nada. Si hay actividad, revise la URL de devolución de eventos del espacio de trabajo y el registro de la Function en Twilio Console.',
  DayOver: 'Los totales son de ayer',
  DayOverCause:
    'Ha empezado un nuevo día. Las tarjetas así marcadas muestran los totales del día anterior hasta que lleguen los primeros números del nuevo.',
  DataCannotBeRead: 'No se pueden leer los datos',
  DataCannotBeReadCause:
    'Falló la lectura del documento de Sync {{document}}: {{problem}} Se vuelve a intentar cada pocos segundos.',
  EmptyDataCause:
    'El documento de Sync {{document}} está aún vacío. La Function lo llena con el primer evento de TaskRouter; si hay eventos y no lo llena, revise la URL de devolución de eventos del espacio de trabajo.',
  Notices: 'Avisos',
  HideNotice: 'Ocultar',
  ShowNotices_one: 'Mostrar {{count}} aviso oculto',
  ShowNotices_other: 'Mostrar {{count}} avisos ocultos',
  DefinitionsMissing:
    'La configuración del panel nombra el documento de definiciones {{document}}, que no existe. Sus tarjetas no se muestran.',
  KeysTaken:
    'El documento de definiciones {{document}} usa claves que ya tiene una métrica de otro documento: {{keys}}. La segunda métrica no se muestra.',
  SettingsFailed:
    'No se puede leer la configuración del panel: {{problem}} Se vuelve a intentar cada pocos segundos.',
  SettingProblem: 'En la configuración del panel: {{problem}}',
  SearchTiles: 'Buscar tarjetas',
  TilesFound: '{{shown}} de {{all}} tarjetas',
  NoTileFound: 'Ninguna tarjeta se llama «{{search}}».',
  ClearSearch: 'Borrar la búsqueda',
  WrongFirst: 'Primero lo que va mal',
  NeedsAttention: 'Requiere atención',
  NothingNeedsAttention: 'Nada requiere atención ahora.',
  AllElse: 'Todo lo demás',
  TileChanged: '{{label}}: {{state}}.',
  OthersChanged_one: 'Ha cambiado {{count}} tarjeta más.',
  OthersChanged_other: 'Han cambiado {{count}} tarjetas más.',
  Normal: 'Normal',

  // The formula field
  FormulaList_one: 'lista de {{count}}',
  FormulaList_other: 'lista de {{count}}',
  FormulaFields: 'tiene {{names}}',
  FormulaNoAnswer: 'null: sin respuesta',
};
