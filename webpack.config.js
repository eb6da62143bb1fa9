const { exportsOf } = require('./scripts/exportsOf');
const { NewSyntaxPlugin } = require('./scripts/newSyntax');
const { NoticesPlugin } = require('./scripts/noticesPlugin');

// flex-plugin hands its webpack configuration through here.
module.exports = (config, { isProd }) => {
  Object.assign(
    config.resolve.alias,
    Object.fromEntries(
      Object.entries(exportsOf('prism-code-editor')).map(([entry, file]) => [`${entry}$`, file]),
    ),
  );
  // The default metrics of new boards are those of set-up; the builder takes nothing from beside src otherwise.
  const scope = config.resolve.plugins.find(({ constructor }) => constructor.name === 'ModuleScopePlugin');
  scope.allowedFiles.add(require.resolve('./default_stats.json'));
  const [{ oneOf: loaders }] = config.module.rules.filter(({ oneOf }) => oneOf);
  const { options: babel } = loaders.find(({ loader }) => /babel-loader/.test(loader));
  // The builder's own preset takes `?.`, `??` and fields of classes out for every browser.
  babel.presets = [
    require.resolve('@babel/preset-env'),
    [require.resolve('@babel/preset-react'), { useSpread: true }],
    require.resolve('@babel/preset-typescript'),
  ];
  babel.plugins.push(require.resolve('./scripts/smallerCss'));
  // webpack 4 reads no `?.`, `??` and fields of classes, and what babel makes of them instead was 3 % of the download.
  config.plugins.push(new NewSyntaxPlugin());
  if (isProd) {
    // `npm run types` checks the types. The builder's checker would do it again in each build, of which `npm test` makes three.
    config.plugins = config.plugins.filter(
      ({ constructor }) => constructor.name !== 'ForkTsCheckerWebpackPlugin',
    );
    // The builder's own source map plugin writes an empty map, which makes an error report from a browser useless.
    config.plugins = config.plugins.filter(
      ({ constructor }) => constructor.name !== 'SourceMapDevToolPlugin',
    );
    config.devtool = 'hidden-source-map';
    config.plugins.push(new NoticesPlugin());
    const [{ options }] = config.optimization.minimizer;
    // The builder's own keep the names of functions and classes, which cost a tenth of the download and which nothing here
    // depends on, and write for Internet Explorer and Safari 10, in which Flex does not run.
    options.terserOptions = {
      compress: { ecma: 2020, passes: 3, hoist_funs: true },
      output: { ecma: 2020, comments: false, ascii_only: true },
    };
  }
  return config;
};
