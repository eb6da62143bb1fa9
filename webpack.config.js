// flex-plugin hands its webpack configuration through here.
module.exports = (config, { isProd }) => {
  if (isProd) {
    // The builder's own source map plugin writes an empty map, which makes an error report from a browser useless.
    config.plugins = config.plugins.filter((plugin) => plugin.constructor.name !== 'SourceMapDevToolPlugin');
    config.devtool = 'hidden-source-map';
    // Nothing here depends on the names of functions and classes at run time; keeping them costs a tenth of the download.
    const { terserOptions } = config.optimization.minimizer[0].options;
    terserOptions.keep_fnames = false;
    terserOptions.keep_classnames = false;
  }
  return config;
};
