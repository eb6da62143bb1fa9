import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  defaultDocuments,
  defaultReloadAt,
  defaultRoles,
  defaultStaleAfterSeconds,
  mostBytes,
  mostPartBytes,
  mostVersions,
} from './defaults';

const read = (file: string): string => readFileSync(join(__dirname, '../..', file), 'utf8');

/** The cells of the table row that begins with this name, without backquotes. */
function row(file: string, name: string): readonly string[] {
  const line = read(file)
    .split('\n')
    .find((each) => each.startsWith(`| \`${name}\` `));
  return (line ?? '').split(' | ').map((cell) => cell.replace(/[|`]/g, '').trim());
}

const kib = (bytes: number): string => `${bytes / 1024} KiB`;
const { withRefresh, withoutRefresh } = defaultStaleAfterSeconds;

describe('the defaults in the docs', () => {
  it.each(['DASHBOARD_ROLES', 'DASHBOARD_EDITOR_ROLES'])(
    'docs/customising.md has the roles of %s',
    (setting) => {
      expect(row('docs/customising.md', setting)[1]).toBe(defaultRoles.join(', '));
    },
  );

  it.each([
    ['DASHBOARD_DATA_DOCUMENT', defaultDocuments.data],
    ['DASHBOARD_DEFINITIONS_DOCUMENT', defaultDocuments.definitions],
    ['DASHBOARD_BOARD_DOCUMENT', defaultDocuments.board],
  ])('docs/customising.md has the name that %s replaces', (setting, name) => {
    expect(row('docs/customising.md', setting)[1]).toBe(name);
  });

  it('docs/definitions.md says when data is stale and when a wall reloads', () => {
    expect(row('docs/definitions.md', 'staleAfterSeconds')[2]).toBe(
      `${withRefresh} where dashboards ask for data that is old (DASHBOARD_REFRESH_URL), ${withoutRefresh} elsewhere`,
    );
    expect(row('docs/definitions.md', 'reloadAt')[2]).toBe(defaultReloadAt);
    expect(read('docs/wall-display.md')).toContain(`(default ${defaultReloadAt},`);
  });

  it.each([
    ['docs/boards.md', `at most ${kib(mostBytes)}`],
    ['docs/boards.md', `larger than ${kib(mostBytes)}`],
    ['docs/definitions.md', `A ${kib(mostBytes)} document`],
    ['serverless/README.md', `(${mostBytes.toLocaleString('en')} bytes)`],
    ['docs/decisions/0005-queue-documents.md', `of at most ${kib(mostPartBytes)}`],
  ])('%s says "%s"', (file, words) => {
    expect(read(file)).toContain(words);
  });

  it('the docs count the versions that are kept', () => {
    expect(mostVersions).toBe(10);
    expect(read('docs/boards.md')).toContain('each has ten versions');
    expect(read('docs/security.md')).toContain('ten versions');
  });
});
