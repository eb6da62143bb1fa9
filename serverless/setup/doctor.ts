import { defaultDocuments } from '../../src/schema/defaults';
import { checkBoard } from './checkBoard';
import { checkBuild } from './checkBuild';
import { checkCallback, goesToAnotherApp } from './checkCallback';
import { checkConfiguration } from './checkConfiguration';
import { checkDefinitions } from './checkDefinitions';
import { checkDocument, checkForeign } from './checkDocuments';
import { checkFreshness } from './checkFreshness';
import { checkFunction } from './checkFunction';
import { activeHours, checkHistory } from './checkHistory';
import { checkPlugin } from './checkPlugin';
import { checkRefresh } from './checkRefresh';
import { checkSaving } from './checkSaving';
import { checkTiles } from './checkTiles';
import { assembledData, checkParts } from './checkParts';
import { checkSync } from './checkSync';
import { connect } from './connect';
import { isOurShape } from './documentShapes';
import { costAssumptions, estimateCosts } from './estimateCosts';
import { describeFinding, fine, wrong, type Finding } from './Finding';
import { documentSettings } from './planSetup';
import {
  ask,
  readAccountState,
  readDocument,
  readNamedDocuments,
  type AccountState,
} from './readAccountState';
import { readFunctions } from './readFunctions';
import { readEnvironmentFile } from './readEnvironmentFile';
import { doctorUsage, readDoctorOptions, type DoctorOptions } from './readOptions';
import { print, run } from './terminal';

run(doctorUsage, (words) => examine(readDoctorOptions(words, process.env)));

/**
 * `npm run doctor`: looks at everything between an event and a tile, and says what to do. It changes nothing but what
 * the event that it posts makes the Function write. 0 only when nothing is wrong.
 */
async function examine(options: DoctorOptions): Promise<number> {
  const { environment } = options;
  const { account, file: fileName, isEmulated, commands } = await connect(options, process.env, 'doctor');
  const { client } = account;
  const state = await readAccountState(client, environment);
  let problems = 0;
  const tell = (findings: readonly Finding[]): void => {
    for (const finding of findings) {
      print(describeFinding(finding));
      if (finding.kind === 'wrong') problems += 1;
    }
  };

  const { deployed } = state;
  tell([
    fine(`Flex uses the workspace ${state.workspace.friendlyName} (${state.workspace.sid})`),
    deployed
      ? fine(`The Functions are deployed at https://${deployed.domain}`)
      : wrong(`The Functions are not deployed as ${environment}.`, commands.deploy),
  ]);
  const functions = await readFunctions(client, environment);
  if (functions) tell(checkBuild(functions));
  tell([await checkPlugin(client, isEmulated ? 'npm start' : `npm run deploy -- ${environment}`)]);
  const file = readEnvironmentFile(fileName);
  const checked = checkConfiguration(deployed, file, state.workspace.sid, commands.deploy);
  tell(checked.findings);
  if (checked.configuration) {
    const { configuration: names } = checked;
    const { syncServiceSid, dataDocument } = names;
    const read = (name: string) => readDocument(client, syncServiceSid, name);
    tell(await checkSync(client, syncServiceSid));
    tell(checkSettings(state, names, commands.setup));
    // Before the Function is tried, which writes: whether data came by itself shows now.
    const before = await readNamedDocuments(client, syncServiceSid, names);
    tell(before.flatMap(checkForeign));
    const stored = before.find(({ kind }) => kind === 'data');
    const isOurs = before.every(({ kind, data }) => isOurShape(kind, data));
    tell([checkDocument(names.dataDocument, stored, commands.setup)]);
    const place = {
      workspaceSid: state.workspace.sid,
      syncServiceSid,
      dataDocument,
      isCallbackOfAnother: goesToAnotherApp(state),
    };
    if (stored) tell([await checkFreshness(client, place, stored)]);
    if (deployed) {
      tell(checkCallback(state, deployed, commands.setup));
      tell(
        await checkFunction(
          account.post,
          deployed.domain,
          account.authToken,
          stored !== undefined && isOurs,
          commands.deploy,
        ),
      );
      tell(await checkRefresh(account.post, deployed.domain, state.customData, commands));
      tell(await checkSaving(account.post, deployed.domain, state.customData, commands));
    }
    const collected = await readNamedDocuments(client, syncServiceSid, names);
    tell(checkParts(dataDocument, collected, commands.deploy));
    tell(checkHistory(names, collected, Date.now(), commands.setup));
    const lastDay = await ask('Reading the statistics of the last day', () =>
      client.taskrouter.v1
        .workspaces(state.workspace.sid)
        .statistics()
        .fetch({ minutes: 24 * 60 }),
    );
    const size = {
      queues: collected.filter(({ data }) => 'queue' in Object(data)).length,
      channels: names.taskChannels.length,
      hours: activeHours(collected, Date.now()),
    };
    const { tasks_created: tasks } = Object(lastDay.cumulative) as { tasks_created?: unknown };
    tell(estimateCosts(size, Number(tasks ?? 0), names.intervalMs, costAssumptions(process.env)));
    const definitions = await read(names.definitionsDocument);
    tell([checkDocument(names.definitionsDocument, definitions, commands.setup)]);
    const board = await checkBoard(read, state.customData, names.definitionsDocument, definitions);
    tell(board.findings);
    if (board.documents.length > 0) {
      const { activities, taskQueues } = client.taskrouter.v1.workspaces(state.workspace.sid);
      const context = {
        isOnly: board.documents.length === 1,
        data: assembledData(dataDocument, collected),
        activities: namesOf(await ask('Listing the activities', () => activities.list())),
        queues: namesOf(await ask('Listing the queues', () => taskQueues.list())),
      };
      for (const { name, data } of board.documents)
        tell(checkDefinitions(data, { document: name, ...context }));
      tell(checkTiles(board.boards, context));
    }
  }
  print(
    problems === 0
      ? '\nNothing is wrong.'
      : `\n${problems} ${problems === 1 ? 'thing is' : 'things are'} wrong.`,
  );
  return problems === 0 ? 0 : 1;
}

const namesOf = (resources: readonly { readonly friendlyName: string }[]): readonly string[] =>
  resources.map(({ friendlyName }) => friendlyName);

/** Whether the plugin looks for the documents that the Functions write. */
function checkSettings(
  { customData }: AccountState,
  names: { readonly dataDocument: string; readonly definitionsDocument: string },
  setupCommand: string,
): readonly Finding[] {
  const defaults = documentSettings({
    dataDocument: defaultDocuments.data,
    definitionsDocument: defaultDocuments.definitions,
  });
  const differing = Object.entries(documentSettings(names)).filter(
    ([key, value]) => (customData[key] ?? defaults[key]) !== value,
  );
  return differing.length === 0
    ? [fine('Flex Configuration names the same documents to the plugin as the Functions write')]
    : differing.map(([key, value]) =>
        wrong(
          `Flex Configuration tells the plugin ${key} = ${JSON.stringify(customData[key] ?? defaults[key])}, but the Functions use ${JSON.stringify(value)}.`,
          setupCommand,
        ),
      );
}
