import type { TemplateKey } from './templates';

/**
 * What supervisors call what a template shows, besides its label. Searched, and never shown, so that both languages are in one
 * list: people mix them.
 */
export const templateWords: Readonly<Partial<Record<TemplateKey, string>>> = {
  waiting: 'calls chats callers contacts queue queued depth backlog pending llamadas espera cola',
  pending: 'unassigned',
  ringing: 'alerting offered reserved timbrando',
  inProgress: 'active talking live handling on call busy conversations llamadas en curso',
  wrapUp: 'acw after call work wrapping',
  active: 'handling busy calls',
  open: 'backlog total workload volume',
  longestWait: 'longest waiting call oldest lwt max wait time caller llamada espera maxima',
  queueWaiting: 'calls chats callers contacts queued depth backlog per queue llamadas espera',
  queueLongestWait: 'longest waiting call oldest lwt per queue llamada',
  worstQueue: 'longest waiting busiest slowest problem where',
  slowQueues: 'late breach over limit',
  unstaffedQueues: 'no agents unattended uncovered unmanned empty work waiting sin agentes',
  queuePriority: 'vip urgent',
  channelWaiting: 'calls chats voice sms whatsapp email vs per channel queued llamadas canal espera',
  channelLongestWait: 'calls chats voice sms whatsapp email longest waiting oldest per channel canal',
  channelServiceLevel: 'sla sl tsf calls chats voice sms whatsapp email per channel answered within canal',
  loggedIn: 'staffed online signed in present headcount agents total conectados',
  available: 'ready idle free agents disponibles',
  onBreak: 'lunch pause away aux not ready rest almuerzo comida descanso pausa',
  breakShare: 'lunch pause away aux percent share shrinkage almuerzo comida descanso pausa porcentaje',
  notAvailable: 'away aux not ready unavailable busy paused',
  availability: 'staffed ready percent share',
  queueAvailable: 'staffed ready idle free agents per queue',
  queueAvailability: 'staffed ready percent per queue',
  free: 'idle ready waiting for calls agents libres',
  occupancy: 'utilisation utilization busy workload ocupacion',
  waitingPerAgent: 'load ratio calls per agent',
  offered: 'inbound incoming received calls volume total arrived entrantes recibidas llamadas',
  answered: 'handled accepted taken calls answer rate atendidas contestadas',
  completed: 'handled finished closed resolved calls terminadas',
  abandoned: 'lost missed calls hang-ups hung up gave up dropped cancelled perdidas abandonadas llamadas',
  abandonment: 'lost calls abandon rate abandoned percent dropped answer rate tasa de abandono perdidas',
  abandonmentLater: 'lost calls abandon rate abandoned percent without short',
  leftAtOnce: 'short abandons hang-ups wrong number',
  serviceLevel: 'sla sl tsf svl gos grade of service answered within answer rate',
  queueServiceLevel: 'sla sl tsf svl per queue answered within',
  queuesServiceLevel: 'sla sl tsf svl several queues combined answered within',
  answersToTarget: 'sla recover catch up',
  queuesUnderTarget: 'sla breach missed below',
  speedOfAnswer: 'asa average wait time answer awt tiempo medio de espera respuesta',
  queueSpeedOfAnswer: 'asa average wait time answer awt per queue',
  longestAnswered: 'max wait time',
  patience: 'average abandon time ata hang up time',
  offersAccepted: 'answer rate acceptance reservations',
  offersMissed: 'missed calls rona ring no answer not answered timeouts perdidas',
  offersDeclined: 'rejected refused rechazadas',
  queueMoved: 'transfers transferred overflow flow out transferencias',
  timedOut: 'expired timeout lost ttl',
  completedPerAgent: 'productivity calls per agent',
  offeredPerHour: 'rate pace calls per hour volume arrival',
  timeToClear: 'backlog eta drain',
};

/** What supervisors look for in vain, and why: the text says it. */
const notGiven = [
  {
    words:
      /\b(aht|handle|handling|talk|talking|hold|csat|nps|fcr|sentiment|quality|conversacion|retencion)\b/i,
    reason: 'GalleryNotTimes',
  },
  {
    words: /\b(channel|channels|chats?|sms|whatsapp|e-?mails?|voice|canal|canales)\b/i,
    reason: 'GalleryNotChannels',
  },
  { words: /\b(callbacks?|devolucion)\b/i, reason: 'GalleryNotCallbacks' },
] as const;

/** Why a search looks for what the statistics do not tell, or tell only in part; undefined for others. */
export const reasonNotGiven = (search: string): (typeof notGiven)[number]['reason'] | undefined =>
  notGiven.find(({ words }) => words.test(search))?.reason;
