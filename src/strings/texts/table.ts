/** Tables. */
export const tableTexts = {
  TableRows_one: ['{{count}} row', '{{count}} fila'],
  TableRows_other: ['{{count}} rows', '{{count}} filas'],
  TableEmpty: ['Nothing to show', 'Nada que mostrar'],
  TableOpen: ['Open {{label}}', 'Abrir {{label}}'],
  TableRow: ['Name', 'Nombre'],
  TableWorstFirst: ['worst first', 'lo peor primero'],
  TableSorted: ['by {{column}}', 'por {{column}}'],
  TableMoreCalm_one: ['{{count}} more, not critical', '{{count}} más, no crítica'],
  TableMoreCalm_other: ['{{count}} more, none critical', '{{count}} más, ninguna crítica'],
  TableMoreCritical_one: ['{{more}} more, {{count}} critical', '{{more}} más, {{count}} crítica'],
  TableMoreCritical_other: ['{{more}} more, {{count}} critical', '{{more}} más, {{count}} críticas'],
  VisualTable: ['Table', 'Tabla'],
} as const;
