export interface ShellBlock {
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
