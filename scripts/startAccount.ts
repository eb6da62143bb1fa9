import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { developmentDomain } from '../emulator/serverless-api/Deployment';
import { standardActivities } from '../emulator/taskrouter/Population';
import { metricsForAccount } from '../serverless/setup/metricsForAccount';
import { documentSettings, newBoard, refreshSetting } from '../serverless/setup/planSetup';

const root = join(__dirname, '..');

/** The account that `npm start` shows: as deploying and set-up leave one. */
export const startAccount = {
  functionsFolder: join(root, 'serverless/dist/functions'),
  serverlessFolder: join(root, 'serverless'),
  definitions: metricsForAccount(
    JSON.parse(readFileSync(join(root, 'default_stats.json'), 'utf8')) as Readonly<Record<string, unknown>>,
    standardActivities,
  ),
  documents: newBoard('dashboard-board'),
  customData: {
    ...documentSettings({ dataDocument: 'dashboard-data', definitionsDocument: 'dashboard-definitions' }),
    [refreshSetting]: `https://${developmentDomain}/refreshDashboard`,
  },
};
