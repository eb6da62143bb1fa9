import { readFileSync } from 'node:fs';
import path from 'node:path';
import { applyStep } from './applyPlan';
import { createBackup, originalState } from './backups';
import { connect } from './connect';
import { isOurShape, variableOf } from './documentShapes';
import { fillInWorkspace } from './fillInWorkspace';
import { lookAgain } from './lookAgain';
import { metricsForAccount } from './metricsForAccount';
import { describeStep, type Plan } from './Plan';
import { noteVersions, planRemoval } from './planRemoval';
import { planSetup } from './planSetup';
import {
  readAccountState,
  readActivities,
  readNamedDocuments,
  readSyncService,
  type NamedDocument,
} from './readAccountState';
import { describeDay, toConfiguration } from './readEnvironmentFile';
import { readSetupOptions, setupUsage, type SetupOptions } from './readOptions';
import { SetupProblem } from './SetupProblem';
import { confirm, print, run } from './terminal';

run(setupUsage, (words) => setUp(readSetupOptions(words, process.env)));

/** `npm run setup`: looks, shows what it would do, asks, keeps what it replaces, does it. */
async function setUp(options: SetupOptions): Promise<number> {
  const { account, accountName, file, isEmulated, commands } = await connect(options, process.env, 'setup');
  const { client } = account;
  const state = await readAccountState(client, options.environment);
  const { variables, steps: fileSteps } = fillInWorkspace(file, state.workspace.sid);
  const configuration = toConfiguration(variables, file);
  const service = await readSyncService(client, configuration.syncServiceSid);
  const documents = await readNamedDocuments(client, configuration.syncServiceSid, configuration);

  print(`Account    ${accountName}`);
  print(`Workspace  ${state.workspace.friendlyName} (${state.workspace.sid})`);
  print(`Sync       ${service.friendlyName} (${service.sid})`);
  print(`Functions  ${state.deployed ? `https://${state.deployed.domain}` : 'not deployed'}`);
  print(`Day        ${describeDay(configuration, isEmulated ? undefined : file)}`);

  if (!options.remove) refuseDocumentsOfOthers(documents, file);
  const planned = options.remove
    ? planRemoval(state, documents, configuration, originalState(options.backups, account.sid))
    : planSetup(state, documents, {
        ...configuration,
        definitions: metricsForAccount(
          readDefaultDefinitions(),
          await readActivities(client, state.workspace.sid),
        ),
        replaceCallback: options.replaceCallback,
        replaceDefinitions: options.replaceDefinitions,
        saveThroughFunction: options.saveThroughFunction,
        editorRoles: configuration.editorRoles,
        deployCommand: commands.deploy,
      });
  const plan = {
    steps: options.remove || isEmulated ? planned.steps : [...fileSteps, ...planned.steps],
    notes: options.remove
      ? [
          ...planned.notes,
          ...(await noteVersions(client, configuration.syncServiceSid, [
            configuration.definitionsDocument,
            ...documents.flatMap(({ kind, name }) => (kind === 'board-document' ? [name] : [])),
          ])),
        ]
      : planned.notes,
  };
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

  const backup = createBackup(options.backups, account.sid, options.remove ? 'remove' : 'setup', new Date());
  const places = { workspaceSid: state.workspace.sid, syncServiceSid: configuration.syncServiceSid };
  for (const [index, planned] of plan.steps.entries()) {
    try {
      const step = await lookAgain(planned, client, places);
      backup.keep(step);
      if (index === 0)
        print(`\nWhat was there before is kept in ${path.relative(process.cwd(), backup.path)}`);
      await applyStep(step, account, places);
    } catch (error: unknown) {
      if (!(error instanceof SetupProblem)) throw error;
      throw new SetupProblem(
        `Step ${index + 1} of ${plan.steps.length} was not done. ${error.message} Run the command again: it looks again and makes a new plan.`,
      );
    }
    print(`Done: ${describeStep(planned)}`);
  }
  if (!options.remove) {
    print(
      state.deployed
        ? `\nNow check the installation: ${commands.doctor}`
        : `\nNext, deploy the Functions: ${commands.deploy}\nThen run this command again.`,
    );
  }
  return 0;
}

/** @throws SetupProblem when a document of our name holds what the Functions or the editor would overwrite */
function refuseDocumentsOfOthers(documents: readonly NamedDocument[], file: string): void {
  const problems = documents
    .filter(({ kind, data }) => !isOurShape(kind, data))
    .map(
      ({ name, kind, data }) =>
        `The Sync document ${name} holds something that this dashboard did not write (${JSON.stringify(data).slice(0, 80)}), and would overwrite.\n  Choose another name with ${variableOf(kind)} in ${file}, or delete the document in Console > Sync if nobody needs it.`,
    );
  if (problems.length > 0) throw new SetupProblem(`\nNothing was changed.\n${problems.join('\n')}`);
}

function show({ steps, notes }: Plan): void {
  print(steps.length === 0 ? '\nThere is nothing to do.' : '\nThe plan:');
  steps.forEach((step, index) => print(`${index + 1}. ${describeStep(step)}`));
  notes.forEach((note) => print(`\nNote: ${note}`));
}

const readDefaultDefinitions = (): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(path.join(__dirname, '../../default_stats.json'), 'utf8')) as Readonly<
    Record<string, unknown>
  >;
