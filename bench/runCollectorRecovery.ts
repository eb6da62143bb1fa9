/** `tsx bench/runCollectorRecovery.ts OPTIONS`, both options and result as JSON, in a process of its own as `runCollectorStorm.ts`. */
import { recovery, type RecoveryOptions } from './collectorRecovery';

recovery(JSON.parse(process.argv[2] ?? '') as RecoveryOptions).then(
  (result) => console.log(JSON.stringify(result)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
