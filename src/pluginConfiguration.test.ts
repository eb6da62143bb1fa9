import { readPluginConfiguration } from './pluginConfiguration';

const defaults = {
  documents: { data: 'dashboard-data', definitions: 'dashboard-definitions', board: 'dashboard-board' },
  syncClient: 'auto',
};

it.each([
  undefined,
  null,
  'text',
  {},
  { OTHER: 'x' },
  { DASHBOARD_DATA_DOCUMENT: ' ' },
  { DASHBOARD_SYNC_CLIENT: 'both' },
])('is the default given %j as custom data of Flex Configuration', (customData) => {
  expect(readPluginConfiguration(customData)).toEqual(defaults);
});

it('takes document names and the choice of client from Flex Configuration', () => {
  expect(
    readPluginConfiguration({
      DASHBOARD_DATA_DOCUMENT: 'our-data',
      DASHBOARD_DEFINITIONS_DOCUMENT: ' our-definitions ',
      DASHBOARD_BOARD_DOCUMENT: 'our-board',
      DASHBOARD_SYNC_CLIENT: 'account',
    }),
  ).toEqual({
    documents: { data: 'our-data', definitions: 'our-definitions', board: 'our-board' },
    syncClient: 'account',
  });
});
