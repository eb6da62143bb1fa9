/** `tsx bench/runCollectorQueues.ts OPTIONS`, both options and result as JSON: in a process of its own, because the emulator runs unbundled. */
import { collectorQueues, type QueuesOptions } from './collectorQueues';

collectorQueues(JSON.parse(process.argv[2] ?? '') as QueuesOptions).then(
  (result) => console.log(JSON.stringify(result)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
