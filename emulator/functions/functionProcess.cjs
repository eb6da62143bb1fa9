// One warm process that runs Functions in Twilio's own local runtime. The parent sends what to serve; this sends back
// the port. It is plain CommonJS, because that starts fastest and is what Functions are.
'use strict';
const path = require('node:path');
const { redirectToEmulator } = require('./redirectToEmulator.cjs');

// Ctrl-C in a terminal reaches every process. The parent alone decides, and this one ends with it, however it ended.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());

process.once('message', (task) => {
  const { serverlessFolder, baseFolder, environment, twilioOrigin, gatewayOrigin, functions, assets } = task;
  redirectToEmulator(twilioOrigin, (host) => process.send({ refusedHost: host }));

  const runtime = require.resolve('@twilio/runtime-handler/dev', { paths: [serverlessFolder] });
  const { LocalDevelopmentServer } = require(runtime);
  const server = new LocalDevelopmentServer(0, {
    baseDir: baseFolder,
    env: environment,
    url: gatewayOrigin,
    port: 0,
    // In this process: the runtime's own child for every request would take a second and have no memory.
    forkProcess: false,
    live: false,
    logs: false,
    legacyMode: false,
    detailedLogs: false,
    appName: 'emulator',
    enableDebugLogs: false,
    logger: console,
    routes: {
      functions: functions.map(asResource),
      assets: assets.map(asResource),
    },
  });
  const listener = server
    .getApp()
    .listen(0, '127.0.0.1', () => process.send({ port: listener.address().port }));
});

const asResource = (route) => ({ ...route, name: path.basename(route.filePath), content: '' });
