/** `tsx bench/runCollectorStorm.ts OPTIONS`, both options and result as JSON: a storm in a process of its own, because the emulator runs unbundled. */
import { storm, type StormOptions } from './collectorStorm';

storm(JSON.parse(process.argv[2] ?? '') as StormOptions).then(
  (result) => console.log(JSON.stringify(result)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
