import { readFileSync } from 'node:fs';
import path from 'node:path';
import { platformProblem } from './platformVersions';

interface Manifest {
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
}

const serverless = path.join(__dirname, '..');
const read = (file: string): string => readFileSync(path.join(serverless, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const runtime = /"runtime": "(\w+)"/.exec(read('.twilioserverlessrc'))?.[1] ?? '';

describe('what is deployed', () => {
  it('has a runtime and a runtime handler that Twilio accepts', () => {
    const handler = manifest.dependencies['@twilio/runtime-handler'] ?? '';

    expect(platformProblem(runtime, handler)).toBeUndefined();
  });

  it('installs the runtime handler that package.json names', () => {
    const installed = JSON.parse(read('node_modules/@twilio/runtime-handler/package.json')) as {
      version: string;
    };

    expect(installed.version).toBe(manifest.dependencies['@twilio/runtime-handler']);
  });

  it('is built for the runtime or an older one', () => {
    const target = /target: 'node(\d+)'/.exec(read('build.mjs'))?.[1];

    expect(Number(target)).toBeLessThanOrEqual(Number(runtime.slice('node'.length)));
  });

  it('is installed and tested under the runtime, too', () => {
    expect(manifest.engines.node).toContain(`^${runtime.slice('node'.length)}.`);
  });

  it('asks for the same Node.js as the project around it', () => {
    expect((JSON.parse(read('../package.json')) as Manifest).engines).toEqual(manifest.engines);
  });
});

describe('platformProblem', () => {
  it.each(['2.1.0', '2.0.3', '^2.0.1', ''])('refuses handler "%s" and names one to install', (handler) => {
    expect(platformProblem('node22', handler)).toContain('@twilio/runtime-handler@2.0.1');
  });

  it('refuses on node24 what node22 accepts', () => {
    expect(platformProblem('node22', '2.0.1')).toBeUndefined();
    expect(platformProblem('node24', '2.0.1')).toContain('@twilio/runtime-handler@2.1.2');
  });

  it('refuses a runtime that Twilio has ended', () => {
    expect(platformProblem('node18', '2.0.1')).toContain('.twilioserverlessrc');
  });
});
