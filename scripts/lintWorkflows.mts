import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isMap, isScalar, parseDocument, visit } from 'yaml';

/** One thing that is wrong in a workflow. Lines count from 1. */
interface WorkflowFault {
  readonly line: number;
  readonly message: string;
}

/**
 * What is wrong in a workflow of GitHub: what GitHub's own language service says of it, and where it breaks the rules
 * of this project. `path` is relative to the repository, with "/". Asks nothing of the network.
 */
async function lintWorkflow(path: string, text: string): Promise<readonly WorkflowFault[]> {
  const document = TextDocument.create(`file:///repository/${path}`, 'yaml', 1, text);
  const fromGitHub = (await validate(document)).map(({ range, message }) => ({
    line: range.start.line + 1,
    message: typeof message === 'string' ? message : message.value,
  }));
  return [...fromGitHub, ...breaches(document)].sort((a, b) => a.line - b.line);
}

/** Without these a workflow runs, but not safely. */
function breaches(document: TextDocument): readonly WorkflowFault[] {
  const found: WorkflowFault[] = [];
  const workflow = parseDocument(document.getText());
  const note = (offset: number, message: string): void =>
    void found.push({ line: document.positionAt(offset).line + 1, message });

  if (!workflow.has('permissions')) note(0, 'Add "permissions" at the top, such as "contents: read".');
  const jobs = workflow.get('jobs');
  for (const job of isMap(jobs) ? jobs.items : []) {
    if (isMap(job.value) && !job.value.has('timeout-minutes') && !job.value.has('uses'))
      note(offsetOf(job.key), 'Give the job "timeout-minutes"; without it, it may run for six hours.');
  }
  visit(workflow, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !isScalar(value) || typeof value.value !== 'string') return;
      if (key.value === 'run' && value.value.includes('${{'))
        note(
          offsetOf(key),
          'Pass "${{ … }}" to "run" through "env": pasted into a script, it can run anything.',
        );
      if (key.value === 'uses' && !isPinned(value.value, value.comment))
        note(
          offsetOf(key),
          'Pin the action by the full SHA of a commit, with the version behind it: "@<40 digits> # v1.2.3".',
        );
    },
  });
  return found;
}

const offsetOf = (node: unknown): number => (isScalar(node) ? (node.range?.[0] ?? 0) : 0);

/** An action of this repository comes with the commit that is checked out. */
const isPinned = (action: string, comment: string | null | undefined): boolean =>
  action.startsWith('./') || (/@[0-9a-f]{40}$/.test(action) && /^ v\d+\.\d+\.\d+$/.test(comment ?? ''));

/** Prints what is wrong in the workflows of a repository; the exit code is 1 when something is. */
async function lintWorkflows(repository: string): Promise<void> {
  const folder = '.github/workflows';
  const files = readdirSync(join(repository, folder)).filter((file) => /\.ya?ml$/.test(file));
  let faults = 0;
  for (const file of files) {
    const path = `${folder}/${file}`;
    for (const { line, message } of await lintWorkflow(path, readFileSync(join(repository, path), 'utf8'))) {
      console.error(`${path}:${line}: ${message}`);
      faults += 1;
    }
  }
  if (faults === 0) console.log(`Valid workflows: ${files.join(', ')}`);
  else process.exitCode = 1;
}

/**
 * Part of `npm run lint`: checks the workflows of GitHub, or those of another repository:
 *
 *   tsx scripts/lintWorkflows.mts [REPOSITORY]
 */
await lintWorkflows(process.argv[2] ?? join(import.meta.dirname, '..'));
