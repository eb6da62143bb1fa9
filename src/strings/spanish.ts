import type { StringTable } from './Strings';

export const spanish: StringTable = {
  Title: 'Panel en tiempo real',

  OnTarget: 'En objetivo',
  Warning: 'Advertencia',
  Critical: 'Crítico',
  NoTraffic: 'Sin tráfico',
  NoDataYet: 'Aún sin datos',
  FirstDataOnItsWay: 'Los primeros datos están en camino',
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

  Connecting: 'Conectando',
  Live: 'En vivo',
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
};
