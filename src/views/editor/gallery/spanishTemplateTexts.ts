import type { TemplateTexts } from './templateTexts';

export const spanishTemplateTexts: TemplateTexts = {
  waiting: [
    'En espera ahora',
    'Tareas que ningún agente ha tomado: pendientes y reservadas, como las cuenta Flex.',
  ],
  pending: ['Sin ofrecer', 'Tareas en espera que no se han ofrecido a ningún agente.'],
  ringing: ['Timbrando', 'Tareas ofrecidas a un agente que aún no contesta.'],
  inProgress: ['En curso', 'Tareas en las que trabaja un agente.'],
  wrapUp: ['En cierre', 'Tareas cuya conversación terminó y cuyo trabajo no.'],
  active: ['Activas', 'Tareas en curso o en cierre.'],
  open: ['Todas las tareas abiertas', 'En espera, timbrando, en curso y en cierre, sin las canceladas.'],
  longestWait: ['Espera más larga', 'La espera más larga ahora. Aumenta cada segundo.'],
  queueWaiting: ['{{queue}}: en espera', 'Tareas de una cola que ningún agente ha tomado.'],
  queueLongestWait: [
    '{{queue}}: espera más larga',
    'La espera más larga de una cola ahora. Aumenta cada segundo.',
  ],
  worstQueue: ['Cola con la espera más larga', 'Muestra el nombre de la cola, o una raya si nada espera.'],
  slowQueues: ['Colas con espera de más de {{wait}} s', 'Número de colas con una tarea que espera más.'],
  unstaffedQueues: [
    'Colas sin nadie disponible',
    'Colas con tareas en espera y ningún agente disponible. Atiéndalas primero.',
  ],
  queuePriority: [
    '{{queue}}: prioridad {{priority}}',
    'Tareas abiertas de una prioridad en una cola, en espera o no.',
  ],
  channelWaiting: ['{{channel}}: en espera', 'Tareas de un canal que ningún agente ha tomado todavía.'],
  channelLongestWait: [
    '{{channel}}: espera más larga',
    'La espera más larga de un canal ahora. Aumenta cada segundo.',
  ],
  channelServiceLevel: [
    '{{channel}}: nivel de servicio {{within}} s',
    'Porcentaje atendido a tiempo en un canal.',
  ],
  loggedIn: ['Agentes conectados', 'Agentes en cualquier actividad menos {{offline}}.'],
  available: ['Agentes en {{available}}', 'Incluye a los agentes ocupados con una tarea.'],
  onBreak: ['Agentes en descanso', 'Agentes en {{breaks}}.'],
  breakShare: [
    'En descanso, % de los conectados',
    'Porcentaje de los agentes conectados que están en {{breaks}}.',
  ],
  notAvailable: ['Conectados, no disponibles', 'Agentes que no están ni en {{offline}} ni en {{available}}.'],
  availability: ['Disponibilidad', 'Porcentaje de los agentes conectados que están en {{available}}.'],
  queueAvailable: [
    '{{queue}}: agentes disponibles',
    'Disponibles para una cola. Puede que ya tengan tareas.',
  ],
  queueAvailability: [
    '{{queue}}: disponibilidad',
    'Porcentaje de los agentes de una cola que están disponibles.',
  ],
  free: [
    'Agentes libres (estimación)',
    'Correcto si cada agente toma una tarea a la vez y sigue en {{available}}.',
  ],
  occupancy: [
    'Ocupación (estimación)',
    'Porcentaje de agentes disponibles que trabajan. Correcto si cada uno toma una tarea a la vez y sigue en {{available}}.',
  ],
  waitingPerAgent: ['En espera por agente disponible', 'Una raya si no hay nadie disponible.'],
  offered: ['Recibidas hoy', 'Tareas que entraron hoy.'],
  answered: ['Atendidas hoy', 'Una tarea transferida cuenta otra vez.'],
  completed: ['Completadas hoy', 'Tareas que se completaron.'],
  abandoned: ['Abandonadas hoy', 'Tareas que acabaron antes de que las tomara un agente.'],
  abandonment: ['Abandono', 'Porcentaje de tareas que acabaron antes de que las tomara un agente.'],
  abandonmentLater: [
    'Abandono tras {{short}} s',
    'Porcentaje de abandono. No cuenta a quienes colgaron antes.',
  ],
  leftAtOnce: ['Se fueron en {{short}} s', 'Tareas que acabaron casi al instante, como números equivocados.'],
  serviceLevel: [
    'Nivel de servicio {{within}} s',
    'Porcentaje atendido a tiempo. No cuenta a quienes colgaron enseguida; los que esperaron más cuentan como no atendidos.',
  ],
  queueServiceLevel: [
    '{{queue}}: nivel de servicio {{within}} s',
    'Porcentaje atendido a tiempo en una cola.',
  ],
  queuesServiceLevel: [
    '{{queues}}: nivel de servicio {{within}} s',
    'Varias colas como una sola: el porcentaje de todas sus tareas.',
  ],
  answersToTarget: [
    'Respuestas para volver al {{target}} %',
    'Respuestas seguidas necesarias para recuperar el {{target}} %.',
  ],
  queuesUnderTarget: [
    'Colas por debajo del {{target}} % en {{within}} s',
    'Cuántas colas con al menos 10 tareas no alcanzan su nivel de servicio.',
  ],
  speedOfAnswer: ['Tiempo medio de respuesta', 'Cuánto esperaron las tareas hasta que las tomó un agente.'],
  queueSpeedOfAnswer: ['{{queue}}: tiempo de respuesta', 'En promedio, desde que se entró en la cola.'],
  longestAnswered: ['Espera atendida más larga', 'De todas las tareas atendidas hoy.'],
  patience: ['Paciencia media', 'Espera media antes de colgar.'],
  offersAccepted: ['Ofertas aceptadas', 'Porcentaje de ofertas a los agentes que fueron tomadas.'],
  offersMissed: ['Ofertas perdidas', 'Ofertas que nadie contestó a tiempo.'],
  offersDeclined: ['Ofertas rechazadas', 'Ofertas que los agentes rechazaron.'],
  queueMoved: [
    '{{queue}}: pasaron a otra cola',
    'Porcentaje. También cuentan los cambios del flujo de trabajo, no solo las transferencias.',
  ],
  timedOut: [
    'Perdidas por el límite de tiempo',
    'Tareas que acabó el límite de tiempo del flujo de trabajo.',
  ],
  completedPerAgent: ['Completadas por agente', 'Por agente conectado ahora.'],
  offeredPerHour: ['Recibidas por hora', 'En promedio desde que empezó el día.'],
  timeToClear: ['Tiempo para vaciar la cola', 'Al ritmo de hoy, si no entran tareas nuevas.'],
};
