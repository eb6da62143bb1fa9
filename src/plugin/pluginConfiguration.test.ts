import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPluginConfiguration } from './pluginConfiguration';

const defaults = {
  documents: { data: 'dashboard-data', definitions: 'dashboard-definitions', board: 'dashboard-board' },
  teamAttribute: 'team_name',
  syncClient: 'auto',
  refresh: { off: 'no-address' },
  saveUrl: undefined,
  editorRoles: ['supervisor', 'admin'],
  roles: ['supervisor', 'admin'],
  agents: {
    attributes: ['full_name', 'team_name', 'routing.skills'],
    offline: ['Offline'],
    nameRoles: ['supervisor', 'admin'],
  },
  misunderstood: [],
};

it.each([
  undefined,
  null,
  'text',
  {},
  { OTHER: 'x' },
  { DASHBOARD_DATA_DOCUMENT: '', DASHBOARD_SYNC_CLIENT: null },
])('is the default given %j as custom data of Flex Configuration', (customData) => {
  expect(readPluginConfiguration(customData)).toEqual(defaults);
});

it('takes document names, the choice of client, addresses of Functions and roles from Flex Configuration', () => {
  expect(
    readPluginConfiguration({
      DASHBOARD_DATA_DOCUMENT: 'our-data',
      DASHBOARD_DEFINITIONS_DOCUMENT: ' our-definitions ',
      DASHBOARD_BOARD_DOCUMENT: 'our-board',
      DASHBOARD_TEAM_ATTRIBUTE: 'squad',
      DASHBOARD_SYNC_CLIENT: 'account',
      DASHBOARD_FUNCTION_HOSTS: 'functions.example.com, proxy.example.com:8443',
      DASHBOARD_REFRESH_URL: 'https://proxy.example.com:8443/refreshDashboard',
      DASHBOARD_SAVE_URL: 'https://functions.example.com/saveDefinitions',
      DASHBOARD_EDITOR_ROLES: 'lead',
      DASHBOARD_ROLES: 'wfo.team_leader, admin',
      DASHBOARD_AGENT_ATTRIBUTES: 'full_name, department',
      DASHBOARD_OFFLINE_ACTIVITIES: 'Offline, Logged out',
      DASHBOARD_AGENT_NAME_ROLES: 'admin',
    }),
  ).toEqual({
    documents: { data: 'our-data', definitions: 'our-definitions', board: 'our-board' },
    agents: {
      attributes: ['full_name', 'department'],
      offline: ['Offline', 'Logged out'],
      nameRoles: ['admin'],
    },
    teamAttribute: 'squad',
    syncClient: 'account',
    refresh: { url: 'https://proxy.example.com:8443/refreshDashboard' },
    saveUrl: 'https://functions.example.com/saveDefinitions',
    editorRoles: ['lead'],
    roles: ['wfo.team_leader', 'admin'],
    misunderstood: [],
  });
});

it.each([
  ['DASHBOARD_DATA_DOCUMENT', ' '],
  ['DASHBOARD_DEFINITIONS_DOCUMENT', 3],
  ['DASHBOARD_SYNC_CLIENT', 'both'],
  ['DASHBOARD_SAVE_URL', 'https://functions.example.com/saveDefinitions'],
  ['DASHBOARD_FUNCTION_HOSTS', 'https://functions.example.com'],
  ['DASHBOARD_FUNCTION_HOSTS', '*'],
  ['DASHBOARD_FUNCTION_HOSTS', 'functions.example.com,'],
  ['DASHBOARD_ROLES', 'admin,'],
  ['DASHBOARD_ROLES', ' '],
  ['DASHBOARD_ROLES', ['admin']],
])('names %s as misunderstood given %j, and keeps to its default', (name, value) => {
  expect(readPluginConfiguration({ [name]: value })).toEqual({ ...defaults, misunderstood: [name] });
});

it('asks no address for refreshing that is not safe, and names the setting', () => {
  const url = 'https://functions.example.com/refreshDashboard';
  expect(readPluginConfiguration({ DASHBOARD_REFRESH_URL: url })).toEqual({
    ...defaults,
    refresh: { off: 'unsafe-address' },
    misunderstood: ['DASHBOARD_REFRESH_URL'],
  });
});

it('understands the roles of the example in docs/customising.md', () => {
  const text = readFileSync(join(__dirname, '../../docs/customising.md'), 'utf8');
  const example: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '');
  expect(readPluginConfiguration(example)).toEqual({
    ...defaults,
    roles: ['supervisor', 'admin', 'wfo.team_leader'],
  });
});
