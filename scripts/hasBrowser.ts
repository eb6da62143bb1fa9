import { findBrowser } from './findBrowser';

/** Prints where the browser of the browser tests is, and ends with 0; or says what helps, and ends with 1. */
findBrowser().then(
  ({ executablePath }) => console.log(executablePath),
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
