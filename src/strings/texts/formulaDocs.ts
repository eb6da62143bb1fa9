/** What fields, words and methods of formulas mean. */
export const formulaDocsTexts = {
  DocBoard: [
    'What is chosen on this board, such as its queue',
    'Lo que se elige en este panel, como su cola',
  ],
  DocData: [
    'Everything that was collected: the workspace, the queues, the channels',
    'Todo lo recogido: el espacio de trabajo, las colas y los canales',
  ],
  DocWorkspace: ['The whole workspace', 'Todo el espacio de trabajo'],
  DocRealtime: ['How things stand right now', 'Cómo están las cosas ahora mismo'],
  DocCumulative: ['Totals since the day began', 'Totales desde que empezó el día'],
  DocQueues: ['Every queue that is collected, by name', 'Todas las colas recogidas, por nombre'],
  DocChannels: ['Every channel that is collected, such as voice', 'Todos los canales recogidos, como voice'],
  DocCollectedAt: ['When these numbers were collected', 'Cuándo se recogieron estos números'],
  DocTotalTasks: ['All open tasks', 'Todas las tareas abiertas'],
  DocTotalWorkers: ['All workers, whatever their activity', 'Todos los agentes, sea cual sea su actividad'],
  DocAvailableWorkers: [
    'Workers of this queue who are available',
    'Agentes de esta cola que están disponibles',
  ],
  DocEligibleWorkers: [
    'Workers who may get tasks of this queue',
    'Agentes que pueden recibir tareas de esta cola',
  ],
  DocLongestWait: [
    'Seconds that the task that waits longest has waited; 0 when none waits',
    'Segundos que lleva esperando la tarea que más espera; 0 si no espera ninguna',
  ],
  DocLongestInQueue: [
    'Seconds since the task that waits longest entered this queue',
    'Segundos desde que la tarea que más espera entró en esta cola',
  ],
  DocByStatus: ['Open tasks by where they stand', 'Tareas abiertas según su estado'],
  DocByPriority: ['Open tasks by priority', 'Tareas abiertas según su prioridad'],
  DocPending: [
    'Tasks that wait and are not offered to anybody yet',
    'Tareas que esperan y aún no se han ofrecido a nadie',
  ],
  DocReserved: [
    'Tasks that are offered to somebody who has not accepted yet',
    'Tareas ofrecidas a alguien que aún no las ha aceptado',
  ],
  DocAssigned: ['Tasks in progress', 'Tareas en curso'],
  DocWrapping: ['Tasks in wrap-up', 'Tareas en cierre'],
  DocActivities: ['How many workers are in each activity', 'Cuántos agentes hay en cada actividad'],
  DocWorkers: ['Workers in this activity', 'Agentes en esta actividad'],
  DocAcceptanceTime: [
    'Average seconds until a task was accepted',
    'Media de segundos hasta que se aceptó una tarea',
  ],
  DocOffered: ['Offers to workers', 'Ofrecimientos a agentes'],
  DocAccepted: ['Offers that were accepted', 'Ofrecimientos aceptados'],
  DocRejected: ['Offers that were declined', 'Ofrecimientos rechazados'],
  DocMissed: ['Offers that nobody answered in time', 'Ofrecimientos que nadie contestó a tiempo'],
  DocCreated: ['Tasks that came in', 'Tareas que llegaron'],
  DocEntered: ['Tasks that entered this queue', 'Tareas que entraron en esta cola'],
  DocCompleted: ['Tasks that were completed', 'Tareas completadas'],
  DocAbandoned: [
    'Tasks that were abandoned before anybody took them',
    'Tareas abandonadas antes de que nadie las atendiera',
  ],
  DocMoved: ['Tasks that moved on to another queue', 'Tareas que pasaron a otra cola'],
  DocWaitAccepted: ['Seconds that accepted tasks had waited', 'Segundos que esperaron las tareas aceptadas'],
  DocWaitAbandoned: [
    'Seconds that abandoned tasks had waited',
    'Segundos que esperaron las tareas abandonadas',
  ],
  DocSplit: [
    'Accepted and abandoned tasks by how long they had waited: below or above so many seconds',
    'Tareas aceptadas y abandonadas según lo que esperaron: por debajo o por encima de esos segundos',
  ],
  DocWordQueue: ['The queue of that name', 'La cola con ese nombre'],
  DocWordActivity: ['How many workers are in that activity', 'Cuántos agentes hay en esa actividad'],
  DocWordWaiting: [
    'Tasks that nobody has taken yet: of data, of a queue, or of several',
    'Tareas que nadie ha atendido aún: de data, de una cola o de varias',
  ],
  DocWordLongestWait: [
    'Longest current wait in seconds; grows until new data comes',
    'La espera actual más larga, en segundos; crece hasta que llegan datos nuevos',
  ],
  DocWordServiceLevel: [
    'Percent of tasks taken within so many seconds',
    'Porcentaje de tareas atendidas en esos segundos',
  ],
  DocWordPercent: [
    '100 × part ÷ whole; no answer when the whole is 0',
    '100 × parte ÷ total; sin respuesta si el total es 0',
  ],
  DocWordSum: ['All numbers of a list added up', 'La suma de todos los números de una lista'],
  DocWordAverage: [
    'The average of a list; no answer when it is empty',
    'La media de una lista; sin respuesta si está vacía',
  ],
  DocWordSeconds: ['Seconds between two times', 'Segundos entre dos momentos'],
  DocWordSecondsSince: [
    'Seconds from a time until now; counts on each second',
    'Segundos desde un momento hasta ahora; aumenta cada segundo',
  ],
  DocWordAgents: [
    'Agents who are logged in, or those in an activity',
    'Agentes conectados, o los que están en una actividad',
  ],
  DocWordLongestIn: [
    'Seconds of the agent who has been in an activity longest',
    'Segundos del agente que lleva más tiempo en una actividad',
  ],
  DocWordFree: [
    'Available agents who hold no task; of one queue, those who serve it',
    'Agentes disponibles sin ninguna tarea; de una cola, los que la atienden',
  ],
  DocFilter: [
    'Only the entries for which the condition holds',
    'Solo los elementos que cumplen la condición',
  ],
  DocMap: ['A list of what is made of each entry', 'Una lista con lo que se hace de cada elemento'],
  DocFind: ['The first entry for which the condition holds', 'El primer elemento que cumple la condición'],
  DocSome: ['Whether the condition holds for one entry at least', 'Si algún elemento cumple la condición'],
  DocEvery: ['Whether the condition holds for all entries', 'Si todos los elementos cumplen la condición'],
  DocReduce: [
    'One value made of all entries, one after the other',
    'Un valor hecho de todos los elementos, uno tras otro',
  ],
  DocIncludes: ['Whether it is in there', 'Si está ahí dentro'],
  DocJoin: ['All entries as one text', 'Todos los elementos en un solo texto'],
  DocSort: ['The entries in another order', 'Los elementos en otro orden'],
  DocSlice: ['A part of it, counted from 0', 'Una parte, contando desde 0'],
  DocAt: [
    'The entry at that place, counted from 0; -1 is the last',
    'El elemento en ese lugar, contando desde 0; -1 es el último',
  ],
  DocToFixed: ['As text with so many digits after the decimal point', 'Como texto con esos decimales'],
  DocLength: ['How many there are', 'Cuántos hay'],
  DocFriendlyName: ['The name, as it is shown in Flex', 'El nombre, como se muestra en Flex'],
} as const;
