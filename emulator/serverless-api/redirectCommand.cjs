// Sends a program that a person would run against Twilio to the emulator instead, the program itself unchanged:
//
//   EMULATOR_ORIGIN=http://127.0.0.1:3000 node --require ./emulator/serverless-api/redirectCommand.cjs PROGRAM
//
// Requests for Twilio's hosts and for Functions' domains (twil.io) go to the emulator; nothing else gets out.
'use strict';
const http = require('node:http');
const https = require('node:https');
const net = require('node:net');
const { URL } = require('node:url');
const { redirectToEmulator } = require('../functions/redirectToEmulator.cjs');

const origin = process.env.EMULATOR_ORIGIN;
if (!origin)
  throw new Error('Set EMULATOR_ORIGIN to where the emulator answers, such as http://127.0.0.1:3000');

const connect = net.Socket.prototype.connect;
redirectToEmulator(origin, (host) => console.error(`redirectCommand: nothing but Twilio, not ${host}`));
const fenced = net.Socket.prototype.connect;
// Pipes lead to processes on this machine, such as the one that runs TypeScript.
net.Socket.prototype.connect = function (...parameters) {
  const [options] = Array.isArray(parameters[0]) ? parameters[0] : parameters;
  return (options?.path ? connect : fenced).apply(this, parameters);
};

const { hostname, port } = new URL(origin);
const forTwilio = https.request;
https.request = (first, ...rest) => {
  if (!(first instanceof URL) || !first.hostname.endsWith('.twil.io')) return forTwilio(first, ...rest);
  const [options, callback] = typeof rest[0] === 'function' ? [{}, rest[0]] : rest;
  const path = `/_tw/${first.hostname}${first.pathname}${first.search}`;
  return http.request({ ...options, agent: false, hostname, port, path }, callback);
};
