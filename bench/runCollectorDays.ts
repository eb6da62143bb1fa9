/** `tsx bench/runCollectorDays.ts`, the result as JSON, in a process of its own as `runCollectorStorm.ts`. */
import { days } from './collectorDays';

days().then(
  (result) => console.log(JSON.stringify(result)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
