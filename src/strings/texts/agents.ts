/** Agents by name. */
export const agentsTexts = {
  PartOfAgents: ['{{count}} of {{all}} agents', '{{count}} de {{all}} agentes'],
  PartOfMoreAgents: ['At least {{count}} agents', 'Al menos {{count}} agentes'],
  VisualAgents: ['Agents', 'Agentes'],
  AgentsAgent: ['Agent', 'Agente'],
  AgentsCount_one: ['{{count}} agent', '{{count}} agente'],
  AgentsCount_other: ['{{count}} agents', '{{count}} agentes'],
  AgentsAll: ['All', 'Todos'],
  AgentsActivity: ['Activities, separated by commas', 'Actividades, separadas por comas'],
  AgentsTeam: ['Team', 'Equipo'],
  AgentsQueue: ['Queue', 'Cola'],
  AgentsLimits: [
    'Limits in minutes, one activity a line (Lunch: 30, 45)',
    'Límites en minutos, una actividad por línea (Almuerzo: 30, 45)',
  ],
  AgentsWallNames: ['Names on a wall display', 'Nombres en la pantalla mural'],
  AgentsWallInitials: ['Initials', 'Iniciales'],
  AgentsWallFull: ['Full names', 'Nombres completos'],
  AgentsActivityColumn: ['Activity', 'Actividad'],
  AgentsSinceColumn: ['Since', 'Desde hace'],
  AgentsTaskColumn: ['Task', 'Tarea'],
  AgentsTeamColumn: ['Team', 'Equipo'],
} as const;
