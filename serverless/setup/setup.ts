import { readFileSync } from 'node:fs';
import path from 'node:path';
import { applyStep } from './applyPlan';
import { keepBackup, originalState } from './backups';
import { connectToAccount } from './connectToAccount';
import { environments } from './environments';
import { fillInWorkspace } from './fillInWorkspace';
import { describeStep, type Plan } from './Plan';
import { planRemoval } from './planRemoval';
import { planSetup } from './planSetup';
import { readAccountState, readCollected, readDocument, readSyncService } from './readAccountState';
import { definitionsDocument, toConfiguration } from './readEnvironmentFile';
import { readSetupOptions, setupUsage, type SetupOptions } from './readOptions';
import { SetupProblem } from './SetupProblem';
import { confirm, print, run } from './terminal';

run(setupUsage, (words) => setUp(readSetupOptions(words, process.env)));

/** `npm run setup`: looks, shows what it would do, asks, keeps what it replaces, does it. */
async function setUp(options: SetupOptions): Promise<number> {
  const account = connectToAccount(process.env);
  const { client } = account;
  const state = await readAccountState(client, options.environment);
  const { variables, steps: fileSteps } = fillInWorkspace(
    environments[options.environment].file,
    state.workspace.sid,
  );
  const configuration = toConfiguration(variables, environments[options.environment].file);
  const service = await readSyncService(client, configuration.syncServiceSid);
  const names = {
    dataDocument: configuration.dataDocument,
    definitionsDocument: definitionsDocument(variables),
  };
  const stored = {
    data: await readDocument(client, configuration.syncServiceSid, names.dataDocument),
    definitions: await readDocument(client, configuration.syncServiceSid, names.definitionsDocument),
  };

  print(`Account    ${account.sid}`);
  print(`Workspace  ${state.workspace.friendlyName} (${state.workspace.sid})`);
  print(`Sync       ${service.friendlyName} (${service.sid})`);
  print(`Functions  ${state.deployed ? `https://${state.deployed.domain}` : 'not deployed'}`);
  print(`Day        starts at ${configuration.dayStart} in ${configuration.timeZone}`);

  const planned = options.remove
    ? planRemoval(
        state,
        { ...stored, collected: await readCollected(client, configuration.syncServiceSid, names) },
        names,
        originalState(options.backups, account.sid),
      )
    : planSetup(state, stored, {
        ...names,
        definitions: readDefaultDefinitions(),
        replaceCallback: options.replaceCallback,
        replaceDefinitions: options.replaceDefinitions,
        saveThroughFunction: options.saveThroughFunction,
        editorRoles: configuration.editorRoles,
        deployCommand: `npm run deploy:${options.environment}`,
      });
  const plan = options.remove ? planned : { ...planned, steps: [...fileSteps, ...planned.steps] };
  show(plan);
  if (plan.steps.length === 0) return 0;
  if (options.dryRun) {
    print('\nA dry run: nothing was changed.');
    return 0;
  }
  if (!options.yes && !(await confirm('\nDo this?'))) {
    print('Nothing was changed. (--yes does it without asking.)');
    return 1;
  }

  const backup = keepBackup(
    options.backups,
    account.sid,
    options.remove ? 'remove' : 'setup',
    plan.steps,
    new Date(),
  );
  print(`\nWhat was there before is kept in ${path.relative(process.cwd(), backup)}`);
  const places = { workspaceSid: state.workspace.sid, syncServiceSid: configuration.syncServiceSid };
  for (const [index, step] of plan.steps.entries()) {
    try {
      await applyStep(step, account, places);
    } catch (error: unknown) {
      if (!(error instanceof SetupProblem)) throw error;
      throw new SetupProblem(
        `Step ${index + 1} of ${plan.steps.length}: ${error.message} Run the command again: it goes on from here.`,
      );
    }
    print(`Done: ${describeStep(step)}`);
  }
  if (!options.remove) {
    print(`\nNow check the installation: npm run doctor -- ${options.environment}`);
  }
  return 0;
}

function show({ steps, notes }: Plan): void {
  print(steps.length === 0 ? '\nThere is nothing to do.' : '\nThe plan:');
  steps.forEach((step, index) => print(`${index + 1}. ${describeStep(step)}`));
  notes.forEach((note) => print(`\nNote: ${note}`));
}

const readDefaultDefinitions = (): object =>
  JSON.parse(readFileSync(path.join(__dirname, '../../default_stats.json'), 'utf8')) as object;
