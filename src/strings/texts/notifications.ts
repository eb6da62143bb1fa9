/** Notifications of Flex. The keys are their ids too. */
export const notificationsTexts = {
  Outage: [
    'The Realtime Dashboard has no connection. Its numbers are not being updated; it keeps trying to reconnect.',
    'El panel en tiempo real no tiene conexión. Sus números no se actualizan; sigue intentando reconectar.',
  ],
  MisunderstoodSettings: [
    'The Realtime Dashboard does not understand these settings of Flex Configuration and goes by their defaults: {{names}}',
    'El panel en tiempo real no entiende estos ajustes de Flex Configuration y aplica sus valores predeterminados: {{names}}',
  ],
  OldFlex: [
    'Realtime Dashboard needs Flex UI 2, and this is Flex UI {{version}}. Ask your admin to update Flex UI.',
    'El panel en tiempo real necesita Flex UI 2 y esta es la versión {{version}}. Pida a su administrador que actualice Flex UI.',
  ],
} as const;
