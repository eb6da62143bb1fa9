import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What `twilio serverless:deploy` would upload. */
export interface LocalFunctions {
  /** By path: `/dashboardStats`. */
  readonly code: ReadonlyMap<string, string>;
  /** Package names and exact versions. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** `node22` */
  readonly runtime: string;
}

/** @param folder of the Functions' package.json; they have to be built */
export function readLocalFunctions(folder: string): LocalFunctions {
  const built = path.join(folder, 'dist/functions');
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  const { dependencies } = JSON.parse(read('package.json')) as Pick<LocalFunctions, 'dependencies'>;
  // JSON with comments.
  const [, runtime = ''] = /"runtime":\s*"(\w+)"/.exec(read('.twilioserverlessrc')) ?? [];
  const files = readdirSync(built).filter((file) => file.endsWith('.js'));
  return {
    code: new Map(
      // The file dashboardStats.protected.js is served at /dashboardStats.
      files.map((file) => [`/${file.split('.')[0]}`, readFileSync(path.join(built, file), 'utf8')]),
    ),
    dependencies,
    runtime,
  };
}
