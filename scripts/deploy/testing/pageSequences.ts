import path from 'node:path';
import { readFileSync } from 'node:fs';

interface ShellBlock {
  /** The nearest heading above, without its marks. */
  readonly heading: string;
  readonly commands: string;
}

/** The blocks of a page that a reader runs as they stand: those whose info string is `sh` and nothing else. */
export function readShellBlocks(page: string): readonly ShellBlock[] {
  const blocks: ShellBlock[] = [];
  let heading = '';
  let open: { indent: string; runs: boolean; lines: string[] } | undefined;
  for (const line of page.split('\n')) {
    const [, indent = '', info = ''] = /^( *)```(.*)$/.exec(line) ?? [];
    const isFence = /^ *```/.test(line);
    if (open && isFence) {
      if (open.runs) blocks.push({ heading, commands: open.lines.join('\n') });
      open = undefined;
    } else if (open) {
      open.lines.push(line.slice(open.indent.length));
    } else if (isFence) {
      open = { indent, runs: info === 'sh', lines: [] };
    } else {
      heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading;
    }
  }
  return blocks;
}

interface Part {
  readonly page: string;
  readonly heading: string;
  /** Which of the blocks under the heading; all of them unless given. */
  readonly block?: number;
}

const root = path.resolve(__dirname, '../../..');

/** What people type, in this order. Each block marked `sh` is in one of these, or a test of the docs fails. */
const sequences = {
  start: [{ page: 'README.md', heading: 'Quick start' }],
  deploy: [{ page: 'README.md', heading: 'Deploy to Flex' }],
  install: [{ page: 'docs/deploying.md', heading: 'Install' }],
  upgrade: [{ page: 'docs/deploying.md', heading: 'Upgrade' }],
  remove: [{ page: 'docs/deploying.md', heading: 'Remove' }],
  installByHand: [
    { page: 'docs/deploying.md', heading: 'Install', block: 0 },
    { page: 'docs/deploying.md', heading: 'The steps by hand' },
  ],
  listVersions: [{ page: 'docs/deploying.md', heading: 'Roll back' }],
  turnOff: [{ page: 'docs/deploying.md', heading: 'Turn the plugin off' }],
  tryIt: [{ page: 'docs/deploying.md', heading: 'Try it without an account' }],
  tryItInServerless: [{ page: 'serverless/README.md', heading: 'Installing it' }],
  setUp: [{ page: 'docs/setup.md', heading: 'Set-up and the doctor' }],
} satisfies Readonly<Record<string, readonly Part[]>>;

type SequenceName = keyof typeof sequences;

export const sequenceNames = Object.keys(sequences) as readonly SequenceName[];

/** The commands of a sequence, word for word. @throws Error when a page has none where it should */
export function readSequence(name: SequenceName): string {
  const parts: readonly Part[] = sequences[name];
  return parts.map(readPart).join('\n');
}

function readPart({ page, heading, block }: Part): string {
  const blocks = readShellBlocks(readFileSync(path.join(root, page), 'utf8'))
    .filter((one) => one.heading === heading)
    .filter((_, index) => block === undefined || index === block);
  if (blocks.length === 0) throw new Error(`${page} has no commands under ${heading}`);
  return blocks.map(({ commands }) => commands).join('\n');
}
