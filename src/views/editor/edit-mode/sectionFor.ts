import { sectionsOf, type Board } from '../../../model/board/Board';
import type { Theme } from '../gallery/Template';
import type { InsertionPoint } from './InsertionPoint';
import { lastSection, placeAt } from './placeForNew';

const now = /now|live|wait|queue|ahora|espera|cola|directo/i;
const today = /today|day|hoy|día/i;
const agents = /agent|team|staff|worker|people|agente|equipo/i;

/** How sections are called that metrics of a theme belong to, the likeliest first. */
const names: Readonly<Record<Theme, readonly RegExp[]>> = {
  now: [now],
  queues: [/queue|cola/i, now],
  channels: [/channel|canal/i, now],
  agents: [agents],
  volume: [today],
  serviceLevel: [/service|servicio|sla/i, today],
  speed: [today],
  offers: [today],
  pace: [today],
};

/** The section for a new metric: where somebody is, or else the one that is called like its theme, or else the last. */
export function sectionFor(board: Board, spot: InsertionPoint, theme: Theme): string | undefined {
  const place = placeAt(board, spot);
  if (place) return place.section;
  const sections = sectionsOf(board);
  const fitting = names[theme].map((name) => sections.find((section) => name.test(section)));
  return fitting.find((section) => section !== undefined) ?? lastSection(board);
}
