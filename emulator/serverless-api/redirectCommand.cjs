// Sends a program that a person would run against Twilio to the emulator instead, the program itself unchanged:
//
//   EMULATOR_ORIGIN=http://127.0.0.1:3000 node --require ./emulator/serverless-api/redirectCommand.cjs PROGRAM
//
// Requests for Twilio's hosts and for Functions' domains (twil.io) go to the emulator; nothing else gets out.
'use strict';
const net = require('node:net');
const { placeOfTwilio, redirectToEmulator } = require('../functions/redirectToEmulator.cjs');

const origin = process.env.EMULATOR_ORIGIN;
if (!origin)
  throw new Error('Set EMULATOR_ORIGIN to where the emulator answers, such as http://127.0.0.1:3000');

/**
 * Before it does anything, the Twilio CLI asks npm's registry, whichever that is, about a package of its own. The emulator
 * answers for the version that asks, which is the one this process has loaded.
 */
function placeOfPackage(path) {
  const name = /^.*\/(@twilio(?:-labs)?%2f[\w-]+)$/i.exec(path)?.[1];
  if (!name) return undefined;
  const folder = `/node_modules/${decodeURIComponent(name)}/`;
  const loaded = Object.keys(require.cache).find((file) => file.replaceAll('\\', '/').includes(folder));
  if (!loaded) return undefined;
  const { version } = require(
    loaded.slice(0, loaded.replaceAll('\\', '/').indexOf(folder) + folder.length) + 'package.json',
  );
  return `/_npm/${name}?version=${version}`;
}

const connect = net.Socket.prototype.connect;
redirectToEmulator(
  origin,
  (host) => console.error(`redirectCommand: nothing but Twilio, not ${host}`),
  (host, path) =>
    placeOfTwilio(host, path) ?? (host.endsWith('.twil.io') ? `/_tw/${host}${path}` : placeOfPackage(path)),
);
const fenced = net.Socket.prototype.connect;
// Pipes lead to processes on this machine, such as the one that runs TypeScript.
net.Socket.prototype.connect = function (...parameters) {
  const [options] = Array.isArray(parameters[0]) ? parameters[0] : parameters;
  return (options?.path ? connect : fenced).apply(this, parameters);
};
