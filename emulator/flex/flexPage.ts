import { basename, join } from 'node:path';
import express from 'express';
import { account } from '../account';
import type { Deployment } from '../serverless-api/Deployment';
import { issueToken, readToken } from '../token';
import { userNamed, users, type EmulatedUser } from '../users';

const root = join(__dirname, '..', '..');

/** Roles that the first user can be logged in with; `?role=` at /emulator/login chooses. */
export const flexRoles = ['supervisor', 'admin', 'agent'] as const;

export interface FlexPageOptions {
  /** File made by buildFlexBundle; its name tells its version. */
  readonly flexBundle: string;
  /** Where the page loads Flex from: an origin that also leads here. Twilio's pages load it from another host, too. @default the page's */
  readonly flexOrigin?: string | undefined;
  /** Requests for their public domains are sent to where they run, which are other origins than the page's, as on Twilio. */
  readonly functions: () => readonly Pick<Deployment, 'domain' | 'localOrigin'>[];
}

const sevenDaysInSeconds = 7 * 24 * 3600;

/** What the page shows before Flex has loaded, and how Flex finds its session. */
function html(
  { identity, roles, flexUserSid }: EmulatedUser,
  { flexBundle, flexOrigin = '', functions }: FlexPageOptions,
): string {
  const token = issueToken({ identity, roles, expiresInSeconds: sevenDaysInSeconds });
  const session = {
    identity,
    roles,
    token,
    expiration: new Date(readToken(token)?.expiresAt ?? 0).toISOString(),
    flexUserSid,
    accountSid: account.accountSid,
  };
  const appConfig = {
    pluginService: { enabled: true },
    disableBrowserVoice: true,
    logLevel: 'error',
    sso: { accountSid: account.accountSid },
  };
  const origins = Object.fromEntries(functions().map(({ domain, localOrigin }) => [domain, localOrigin]));
  const literal = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Twilio Flex (emulated)</title>
<link rel="icon" href="data:,">
<style>
  @font-face { font-family: Inter; src: url(/inter.woff2) format('woff2'); font-weight: 100 900; }
  @font-face { font-family: 'Inter var'; src: url(/inter.woff2) format('woff2'); font-weight: 100 900; }
  html, body { height: 100%; margin: 0; }
  #container { height: 100%; display: flex; }
  #container > div { flex: 1 1 auto; display: flex; min-width: 0; }
  #starting { align-items: center; justify-content: center; font: 16px Inter, sans-serif; color: #606b85; }
</style>
<script>window.functionsOrigins = ${literal(origins)};</script>
<script src="/shim.js"></script>
</head>
<body>
<div id="container"><div id="starting">Starting the real Flex UI (18 MB, a few seconds the first time)</div></div>
<script>
  localStorage.setItem('TWILIO_FLEX_SSO', ${literal(JSON.stringify(session))});
  window.appConfig = ${literal(appConfig)};
</script>
<script src="${flexOrigin}/${basename(flexBundle)}" crossorigin></script>
<script>Twilio.Flex.runDefault(window.appConfig, '#container');</script>
</body>
</html>
`;
}

/** Serves the page and the Flex bundle; every other path is the page too, as Flex's own routes are paths. */
export function flexPage(options: FlexPageOptions): express.Router {
  const { flexBundle, flexOrigin = '', functions } = options;
  const router = express.Router();
  // The proof that nothing leaves this machine: the browser itself refuses. Flex compiles templates at run time, hence 'unsafe-eval'.
  router.use((request, response, next) => {
    const socketOrigin = `ws://${request.headers.host}`;
    const functionsOrigins = functions().map(({ localOrigin }) => localOrigin);
    response.setHeader(
      'Content-Security-Policy',
      [
        "default-src 'self' data: blob:",
        `connect-src 'self' ${[socketOrigin, ...functionsOrigins].join(' ')}`,
        `script-src 'self' 'unsafe-inline' 'unsafe-eval' ${flexOrigin}`,
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "media-src 'self' data:",
      ].join('; '),
    );
    next();
  });
  router.get(`/${basename(flexBundle)}`, (_request, response) =>
    response.set('Access-Control-Allow-Origin', '*').sendFile(flexBundle, { maxAge: '1y', immutable: true }),
  );
  router.get('/shim.js', (_request, response) => response.sendFile(join(__dirname, 'shim.js')));
  router.get('/inter.woff2', (_request, response) =>
    response.sendFile(
      join(root, 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
      { maxAge: '1h' },
    ),
  );
  router.get('*', (request, response) => {
    response
      .type('html')
      .setHeader('Cache-Control', 'no-store')
      .send(html(loggedIn(request), options));
  });
  return router;
}

/** Who is logged in, by the cookies of `/emulator/login`. */
function loggedIn({ headers }: express.Request): EmulatedUser {
  const cookie = (name: string): string | undefined =>
    new RegExp(`(?:^|; )${name}=([\\w-]+)`).exec(headers.cookie ?? '')?.[1];
  const [first] = users;
  const user = userNamed(cookie('as')) ?? (first as EmulatedUser);
  const role = flexRoles.find((known) => known === cookie('role'));
  return role ? { ...user, roles: [role] } : user;
}
