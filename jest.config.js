const { exportsOf } = require('./scripts/exportsOf');

// One place that says which tests run where. `flex-plugin test` hands a base configuration in, plain jest does not.

// Dates in test names and expectations must not depend on the machine.
process.env.TZ = 'UTC';

const transform = {
  '^.+\\.[jt]sx?$': [
    'babel-jest',
    { presets: ['babel-preset-react-app'], babelrc: false, configFile: false },
  ],
};

const project = (displayName, options) => ({
  displayName,
  transform,
  testEnvironment: '<rootDir>/scripts/jestNodeEnvironment.js',
  ...options,
});

module.exports = (base = {}) => ({
  ...base,
  // A time-out finds a test that hangs. It is no measurement: a machine that is busy may take minutes.
  testTimeout: 300_000,
  // Formulas are untrusted: what no test reaches in their language, nobody has tried to break.
  collectCoverageFrom: ['src/model/formula/*.ts', '!**/*.test.ts'],
  coverageThreshold: { global: { lines: 100 } },
  coverageReporters: ['text-summary', 'html'],
  projects: [
    project('core', {
      testMatch: [
        '<rootDir>/src/{schema,model,persistence,plugin,sources,strings}/**/*.test.ts',
        '<rootDir>/src/views/editor/{draft,repository}/**/*.test.ts',
      ],
    }),
    project('plugin', {
      testMatch: ['<rootDir>/src/{paste,ui,views,visuals}/**/*.test.{ts,tsx}'],
      // What needs no page lies in the project core.
      testPathIgnorePatterns: ['/node_modules/', '/views/editor/(draft|repository)/'],
      testEnvironment: '<rootDir>/scripts/jestDomEnvironment.js',
      setupFilesAfterEnv: ['<rootDir>/src/testing/jestSetup.ts'],
      moduleNameMapper: Object.fromEntries(
        Object.entries(exportsOf('prism-code-editor')).map(([entry, file]) => [`^${entry}$`, file]),
      ),
      // They come as ECMAScript modules.
      transformIgnorePatterns: [
        '/node_modules/(?!prism-code-editor/|@twilio-paste/design-tokens/dist/themes/)',
      ],
    }),
    project('serverless', { testMatch: ['<rootDir>/serverless/{src,setup}/**/*.test.ts'] }),
    project('emulator', { testMatch: ['<rootDir>/emulator/**/*.test.ts'] }),
    project('scripts', { testMatch: ['<rootDir>/{scripts,e2e}/**/*.test.ts'] }),
    // With the real Twilio CLI; those called long take minutes.
    project('cli', { testMatch: ['<rootDir>/scripts/**/*.cli.ts'] }),
    project('long', { testMatch: ['<rootDir>/{scripts,e2e}/**/*.long.ts'] }),
  ],
});
