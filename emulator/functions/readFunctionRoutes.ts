import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Route } from './Route';

/**
 * Reads routes and access rights from file names, as the Serverless Toolkit does when it deploys:
 * `name.js`, `name.protected.js`, `name.private.js`, in any depth of folders.
 * @throws Error when the folder is missing or holds no Function
 */
export function readFunctionRoutes(functionsFolder: string): readonly Route[] {
  let files: string[];
  try {
    files = readdirSync(functionsFolder, { recursive: true, encoding: 'utf8' });
  } catch {
    throw new Error(
      `There is no folder ${functionsFolder}. Build the Functions first: npm run build in serverless/`,
    );
  }
  const routes = files
    .filter((file) => file.endsWith('.js'))
    .sort()
    .map((file) => toRoute(functionsFolder, file));
  if (routes.length === 0) {
    throw new Error(
      `There is no Function in ${functionsFolder}. Build them first: npm run build in serverless/`,
    );
  }
  return routes;
}

function toRoute(functionsFolder: string, file: string): Route {
  const [, name = '', access = 'public'] = /^(.*?)(?:\.(protected|private))?\.js$/.exec(file) ?? [];
  return {
    path: `/${name.split(path.sep).join('/')}`,
    filePath: path.join(functionsFolder, file),
    access: access === 'protected' || access === 'private' ? access : 'public',
  };
}
