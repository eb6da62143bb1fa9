// Runs in a Function process before anything else: sends requests for Twilio's hosts to the emulator and lets nothing
// else out, so that Functions and libraries run here exactly as they are deployed.
'use strict';
const http = require('node:http');
const https = require('node:https');
const net = require('node:net');
const { URL, urlToHttpOptions } = require('node:url');

/**
 * @param {string} twilioOrigin where the emulator answers for Twilio's API: `http://127.0.0.1:PORT`
 * @param {(host: string) => void} onRefused told of every attempt to reach anything else
 * @param {(host: string, path: string) => string | undefined} placeOf where the emulator serves a request; none is refused
 */
module.exports.redirectToEmulator = (twilioOrigin, onRefused, placeOf = placeOfTwilio) => {
  const emulator = new URL(twilioOrigin);

  const request = (...parameters) => {
    const { options, callback } = readParameters(parameters);
    const place = placeOf(options.hostname ?? options.host ?? 'localhost', options.path ?? '/');
    // Anything else goes on as it is, to be stopped at the fence below.
    if (place === undefined) return untouched(...parameters);
    return http.request(
      {
        // A connection for each: a kept one may be closed by the other side just as it is used again.
        agent: false,
        hostname: emulator.hostname,
        port: emulator.port,
        method: options.method,
        path: place,
        headers: options.headers,
        auth: options.auth,
        timeout: options.timeout,
        signal: options.signal,
      },
      callback,
    );
  };
  const untouched = https.request;
  https.request = request;
  https.get = (...parameters) => {
    const started = request(...parameters);
    started.end();
    return started;
  };

  // The fence stands at the socket, where every way out (http, https, fetch, plain TCP) comes by.
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (...parameters) {
    const { host = 'localhost', port } = target(parameters);
    if (host === emulator.hostname && String(port) === emulator.port) return connect.apply(this, parameters);
    const name = `${host}:${port}`;
    onRefused(name);
    process.nextTick(() =>
      this.destroy(new Error(`The emulator lets no Function reach ${name}, only Twilio's API`)),
    );
    return this;
  };
};

const placeOfTwilio = (host, path) =>
  host === 'twilio.com' || host.endsWith('.twilio.com') ? `/_tw/${host}${path}` : undefined;
module.exports.placeOfTwilio = placeOfTwilio;

/** The parameters of `https.request`: a URL, options, or both, and perhaps a callback. */
function readParameters(parameters) {
  const callback = parameters.find((parameter) => typeof parameter === 'function');
  const [first, second] = parameters;
  const isUrl = typeof first === 'string' || first instanceof URL;
  const given = isUrl ? second : first;
  // A URL may carry the credentials.
  const fromUrl = isUrl ? urlToHttpOptions(new URL(first)) : {};
  return { options: { ...fromUrl, ...(typeof given === 'object' ? given : {}) }, callback };
}

/** The parameters of `Socket.connect`: options, or port and host; Node itself hands them over in an array. */
function target(parameters) {
  const [first, second] = Array.isArray(parameters[0]) ? parameters[0] : parameters;
  if (typeof first === 'object' && first !== null) return first;
  return { port: first, host: typeof second === 'string' ? second : undefined };
}
