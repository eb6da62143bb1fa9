/** Unique names of the Sync documents, unless Flex Configuration names others. */
export const defaultDocuments = {
  data: 'dashboard-data',
  definitions: 'dashboard-definitions',
  board: 'dashboard-board',
} as const;
