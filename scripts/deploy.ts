import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** `npm run deploy`: the whole installation in one command. */
const root = join(__dirname, '..');

if (existsSync(join(root, 'serverless/node_modules'))) {
  void import('./deploy/runDeploy').then(({ runDeploy }) => runDeploy(root));
} else {
  console.error('The packages of serverless/ are not installed. Run npm ci in this folder.');
  process.exitCode = 1;
}
