// flex-plugin hands its webpack configuration through here. Only the source map is changed: the builder's own plugin
// writes an empty one, which makes an error report from a supervisor's browser useless.
module.exports = (config, { isProd }) => {
  if (isProd) {
    config.plugins = config.plugins.filter((plugin) => plugin.constructor.name !== 'SourceMapDevToolPlugin');
    config.devtool = 'hidden-source-map';
  }
  return config;
};
