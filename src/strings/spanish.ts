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
};
