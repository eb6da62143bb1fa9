import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exampleStatistics } from '../testing/exampleStatistics';
import { workspaceSid } from '../testing/TwilioAtTheWire';

const serverless = path.resolve(__dirname, '../..');
const manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> } =
  JSON.parse(readFileSync(path.join(serverless, 'package.json'), 'utf8'));

/** Twilio's side of the deployment: an empty folder, the package's dependencies, and the files that were built. */
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deployed-'));
  for (const name of Object.keys(manifest.dependencies)) {
    const link = path.join(folder, 'node_modules', name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.join(serverless, 'node_modules', name), link);
  }
  execFileSync(process.execPath, ['build.mjs', path.join(folder, 'functions')], { cwd: serverless });
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Calls a Function there in a process of its own, in the runtime's global scope, with an answer for every request. */
function callDeployed(file: string, event: object): { statusCode: number; requests: string[] } {
  const program = `
    const { LocalDevelopmentServer } = require('@twilio/runtime-handler/dev');
    new LocalDevelopmentServer(0, { baseDir: __dirname, env: {}, routes: { functions: [], assets: [] }, logger: console });
    const requests = [];
    const httpClient = { request: async ({ method, uri }) => {
      requests.push(method + ' ' + uri);
      const body = uri.endsWith('/TaskQueues/Statistics') ? { task_queues_statistics: [], meta: { key: 'task_queues_statistics' } } : uri.endsWith('/TaskQueues') ? { task_queues: [], meta: { key: 'task_queues' } } : uri.endsWith('/Statistics') ? ${JSON.stringify(exampleStatistics())} : { revision: '0', data: {} };
      return { statusCode: 200, body };
    } };
    const client = require('twilio')('AC' + '1'.padStart(32, '0'), 'token', { httpClient });
    const context = { TWILIO_WORKSPACE_SID: '${workspaceSid}', DASHBOARD_TRAILING_DELAY: '0.5', DASHBOARD_HISTORY: 'off', getTwilioClient: () => client };
    require('./functions/${file}').handler(context, ${JSON.stringify(event)}, (error, { statusCode }) =>
      process.stdout.write(JSON.stringify({ statusCode, requests })));`;
  writeFileSync(path.join(folder, 'call.js'), program);
  return JSON.parse(execFileSync(process.execPath, ['call.js'], { cwd: folder, encoding: 'utf8', env: {} }));
}

test('there is one file for each Function, and nothing else that would become a route', () => {
  const sources = readdirSync(__dirname).filter((file) => !file.endsWith('.test.ts'));

  expect(readdirSync(path.join(folder, 'functions')).sort()).toEqual(
    sources.map((file) => file.replace(/\.ts$/, '.js')).sort(),
  );
});

test('no file requires a neighbour, or carries more of the contract than its defaults and the form of the past', () => {
  for (const file of readdirSync(path.join(folder, 'functions'))) {
    const text = readFileSync(path.join(folder, 'functions', file), 'utf8');
    const required = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);

    expect(required.filter((name) => name?.startsWith('.'))).toEqual([]);
    const carried = [...text.matchAll(/src\/contract\/(\w+)/g)].map(([, name]) => name);
    expect(carried.filter((name) => name !== 'defaults' && !/^(history|pastData)/.test(name ?? ''))).toEqual(
      [],
    );
  }
});

test('dashboardStats runs there with the dependencies of the package and nothing else', () => {
  const collection = [
    'get https://sync.twilio.com/v1/Services/default/Documents/dashboard-data-lease',
    'post https://sync.twilio.com/v1/Services/default/Documents/dashboard-data-lease',
    `get https://taskrouter.twilio.com/v1/Workspaces/${workspaceSid}/Statistics`,
    `get https://taskrouter.twilio.com/v1/Workspaces/${workspaceSid}/TaskQueues`,
    `get https://taskrouter.twilio.com/v1/Workspaces/${workspaceSid}/TaskQueues/Statistics`,
    'get https://sync.twilio.com/v1/Services/default/Documents/dashboard-data',
    'post https://sync.twilio.com/v1/Services/default/Documents/dashboard-data',
  ];
  expect(callDeployed('dashboardStats.protected.js', { EventType: 'task.created' })).toEqual({
    statusCode: 204,
    // This Sync forgets the lease at once, and the trailing collection follows all the same.
    requests: [...collection, ...collection],
  });
});

test('refreshDashboard runs there too, and asks Twilio nothing for whoever has no token', () => {
  const request = { headers: { 'content-type': 'application/x-www-form-urlencoded' }, cookies: {} };

  expect(callDeployed('refreshDashboard.js', { request })).toEqual({ statusCode: 401, requests: [] });
});
