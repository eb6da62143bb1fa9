// Sends every request that Flex makes to one of Twilio's hosts to this page's own origin instead: /_tw/<host>/<path>.
// Requests for the public domains of the Functions go to where they run, across origins, so that the browser asks for CORS.
// Loaded before Flex. With it, the real Flex UI needs no browser flag, no TLS and no hosts file.
(function () {
  var twilioHost = /(^|\.)(twilio\.com|twiliocdn\.com|ytica\.com|segment\.com|segment\.io)$/;

  var functionsOrigins = window.functionsOrigins;

  function local(address) {
    var url = new URL(String(address), location.href);
    if (Object.prototype.hasOwnProperty.call(functionsOrigins, url.hostname))
      return functionsOrigins[url.hostname] + url.pathname + url.search;
    if (!twilioHost.test(url.hostname)) return address;
    var socket = url.protocol === 'wss:' || url.protocol === 'ws:';
    var origin = socket ? location.origin.replace(/^http/, 'ws') : location.origin;
    return origin + '/_tw/' + url.hostname + url.pathname + url.search;
  }

  var fetch = window.fetch;
  window.fetch = function (input, init) {
    return input instanceof Request
      ? fetch.call(this, new Request(local(input.url), input), init)
      : fetch.call(this, local(input), init);
  };

  var open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, address) {
    var rest = Array.prototype.slice.call(arguments, 2);
    return open.apply(this, [method, local(address)].concat(rest));
  };

  window.WebSocket = new Proxy(window.WebSocket, {
    construct: function (target, args) {
      return Reflect.construct(target, [local(args[0])].concat(args.slice(1)));
    },
  });

  var sendBeacon = navigator.sendBeacon;
  navigator.sendBeacon = function (address, body) {
    return sendBeacon.call(navigator, local(address), body);
  };
})();
