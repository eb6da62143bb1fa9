const { exportsOf } = require('./scripts/exportsOf');
const { NoticesPlugin } = require('./scripts/noticesPlugin');

// flex-plugin hands its webpack configuration through here.
module.exports = (config, { isProd }) => {
  Object.assign(
    config.resolve.alias,
    Object.fromEntries(
      Object.entries(exportsOf('prism-code-editor')).map(([entry, file]) => [`${entry}$`, file]),
    ),
  );
  // webpack 4 cannot read `?.` and `??`.
  config.module.rules.push({
    test: /node_modules\/prism-code-editor\/.*\.js$/,
    loader: require.resolve('babel-loader'),
    options: {
      babelrc: false,
      configFile: false,
      presets: [require.resolve('babel-preset-react-app/dependencies')],
    },
  });
  if (isProd) {
    // The builder's own source map plugin writes an empty map, which makes an error report from a browser useless.
    config.plugins = config.plugins.filter((plugin) => plugin.constructor.name !== 'SourceMapDevToolPlugin');
    config.devtool = 'hidden-source-map';
    config.plugins.push(new NoticesPlugin());
    // Nothing here depends on the names of functions and classes at run time; keeping them costs a tenth of the download.
    const { terserOptions } = config.optimization.minimizer[0].options;
    terserOptions.keep_fnames = false;
    terserOptions.keep_classnames = false;
  }
  return config;
};
