// Read by `twilio flex:plugins:start`, which runs the plugin in your own account's Flex. Copy it to appConfig.js beside it.
// The local demo (`npm start`) needs neither.
var appConfig = {
  pluginService: {
    enabled: true,
    url: '/plugins',
  },
  ytica: false,
  logLevel: 'info',
  showSupervisorDesktopView: true,
};
