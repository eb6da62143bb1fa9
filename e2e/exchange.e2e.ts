/** Metrics from the gallery, from other boards and from the ancestor, in the real Flex UI; and that nothing of the editor runs before. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { accessibilityFaults } from './support/accessibilityFaults';
import { ancestorDefinitions, asAncestor } from './support/ancestorDefinitions';
import { countInput } from './support/countInput';
import { countRuns, modulesRun } from './support/modulesRun';
import { tile, type Dashboard, type OpenedPage } from './support/startDashboard';
import { expect, nightly, test } from './support/test';

const metric = (label: string, formula: string, rest: object = {}) => ({
  metric: { label, formula, ...rest },
});
const definitions = {
  /** With what no version of ours knows: it goes along. */
  waiting: {
    ...metric('Waiting', 'waiting(data)', { order: 1, colour_of_2031: 'teal' }),
    note: 'by Anna',
  },
  offered: metric('Offered', 'data.workspace_statistics.cumulative.tasks_created', { section: 'Today' }),
  accepted: metric('Accepted', '1', { section: 'Today', size: 'wide' }),
};
const settings = { title: 'Floor', sections: ['Now', 'Today'], kept_for_2031: true };

let dashboard: Dashboard;
let opened: OpenedPage;
let page: Page;
test.use({ setUp: { definitions } });
test.beforeEach(async ({ dashboard: started }) => {
  dashboard = started;
  await dashboard.control.putDocument('dashboard-board', settings);
  await dashboard.control.post('tasks', { count: 2, queue: 'Support' });
  await dashboard.control.post('settled');
  opened = await dashboard.open({ prepare: countRuns });
  page = opened.page;
  await tile(page, 'waiting').waitFor();
});
test.afterEach(() => expect(opened.complaints).toEqual([]));

const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
const dialog = (): Locator => page.getByRole('dialog');
const status = (): Promise<string> => page.locator('[data-edit-status]').innerText();
const statusIs = (text: string | RegExp): Promise<void> => expect.poll(() => status()).toMatch(text);
const saved = async (name = 'dashboard-definitions'): Promise<Record<string, { metric: object }>> =>
  (await dashboard.control.getDocument(name)) as Record<string, { metric: object }>;

/** The board as it stands: section and key of each tile, in their order. */
const tiles = (): Promise<string[]> =>
  page
    .locator('[data-tile]')
    .evaluateAll((all) =>
      all.map((each) => `${each.closest('section')?.dataset.section}/${each.getAttribute('data-tile')}`),
    );

async function editBoard(): Promise<void> {
  await button('Edit').click();
  await page.locator('[data-edit-mode]').waitFor();
}

async function paste(content: unknown): Promise<void> {
  await button('Import').click();
  await dialog()
    .getByLabel(/^Paste what was exported/)
    .fill(typeof content === 'string' ? content : JSON.stringify(content, null, 2));
}
const row = (label: string): Locator => dialog().getByRole('row').filter({ hasText: label });
const summary = (text: string): Promise<void> => dialog().getByText(text).waitFor();

test('calls no function of the editor before somebody edits', async () => {
  const isOfEditor = (file: string): boolean => /views\/editor/.test(file);
  const before = await modulesRun(page);
  expect(before.run.filter(isOfEditor)).toEqual([]);
  expect(before.run).toContain('src/visuals/ReadingTile.tsx');

  await countRuns(page);
  await button('Edit').click();
  await tile(page, 'waiting').click();
  const panel = page.locator('[data-tile-panel]');
  for (const part of ['Formula and format', 'Browse the data']) await panel.getByText(part).click();
  await panel.getByRole('textbox', { name: 'Formula', exact: true }).waitFor();
  await button('Apply').click();
  for (const name of ['Add tile', 'Import', 'Export', 'Versions']) {
    await button(name).click();
    await dialog().getByRole('button', { name: 'Close' }).click();
  }
  const { run } = await modulesRun(page);
  // The same files ran as soon as they were asked for, so they would have been seen.
  expect(run).toEqual(
    expect.arrayContaining([
      'node_modules/prism-code-editor/dist/extensions/matchBrackets/index.js',
      'src/views/editor/gallery/TemplateGallery.tsx',
      'src/views/editor/data-explorer/DataExplorer.tsx',
      'src/views/editor/dialog/EditorDialog.tsx',
      'src/views/editor/edit-mode/EditedBoard.tsx',
      'src/views/editor/import-export/ExportDialog.tsx',
      'src/views/editor/import-export/ImportDialog.tsx',
      'src/views/editor/formula-field/FormulaField.tsx',
      'src/views/editor/draft/EditingSession.ts',
      'src/views/editor/repository/createDefinitionStore.ts',
      'src/views/editor/tile-editor/TilePanel.tsx',
    ]),
  );
  expect(before.idle.filter(isOfEditor).length).toBeGreaterThanOrEqual(run.filter(isOfEditor).length);
});

/** Steps of docs/workbench.md: what is done, clicks, keys. */
function stepsOfDocs(heading: string): readonly (readonly string[])[] {
  const text = readFileSync(join(__dirname, '../docs/workbench.md'), 'utf8');
  const [, section = ''] = text.split(`### ${heading}\n`);
  const [table = ''] = section.split('\n#');
  return table
    .split('\n')
    .filter((line) => /^\| (?!-)/.test(line))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.replace(/[*`]/g, '').trim()),
    );
}

test('makes "calls waiting in Support, amber over 5, red over 10" with the clicks and keys that docs/workbench.md counts', async () => {
  await editBoard();
  await button('Done').click();
  const input = await countInput(page);
  const steps: string[][] = [];
  const step = async (what: string, action: () => Promise<unknown>): Promise<void> => {
    await action();
    const { clicks, keys } = await input.sinceLast();
    steps.push([what, String(clicks || ''), String(keys || '')]);
  };
  const type = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await step('Click Edit', () => button('Edit').click());
  await step('Click Add tile', () => button('Add tile').click());
  await step('Click the template for what waits in a queue', () =>
    dialog().locator('[data-template="queueWaiting"]').click(),
  );
  await step('Type su, which chooses Support among the queues', () => type('s', 'u'));
  await step('Tab, and type 5', () => type('Tab', '5'));
  await step('Tab, and type 10', () => type('Tab', '1', '0'));
  await step('Press Enter', () => type('Enter'));
  await step('Click Save', () => button('Save').click());
  await statusIs('Saved');

  const sum = (column: number): number => steps.reduce((all, row) => all + Number(row[column]), 0);
  process.stdout.write(`${steps.length} steps, ${sum(1)} clicks, ${sum(2)} keys\n`);
  expect(sum(1) + sum(2)).toBeLessThan(15);
  expect(stepsOfDocs('Here')).toEqual([...steps, ['Together', String(sum(1)), String(sum(2))]]);
  const [key = ''] = Object.keys(await saved()).filter((name) => !(name in definitions));
  expect((await saved())[key]).toMatchObject({
    metric: {
      formula: "waiting('Support')",
      firstThresholdValue: 5,
      firstThresholdStyle: 'Warn',
      secondThresholdValue: 10,
      secondThresholdStyle: 'Error Strong',
    },
  });
});

test('counts on paper, in docs/workbench.md, the keys that the ancestor takes', () => {
  const text = readFileSync(join(__dirname, '../docs/workbench.md'), 'utf8');
  const [, entry = ''] = /```text\n(.*)\n```/.exec(text) ?? [];
  expect(() => JSON.parse(`{"a":1${entry}}`) as unknown).not.toThrow();
  const steps = stepsOfDocs('In the ancestor');
  expect(steps.find(([what]) => what?.startsWith('Type the metric'))?.[2]).toBe(String(entry.length));
  const sum = (column: number): string =>
    String(steps.slice(0, -1).reduce((all, row) => all + Number(row[column]), 0));
  expect(steps[steps.length - 1]).toEqual(['Together', sum(1), sum(2)]);
});

test('makes a metric of the gallery by the keyboard alone, and shows its value before it is chosen', async () => {
  await editBoard();
  await button('Add tile').focus();
  await page.keyboard.press('Enter');
  const search = dialog().getByLabel('Search metrics');
  await expect.poll(() => search.evaluate((each) => each === document.activeElement)).toBe(true);
  expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
  await page.keyboard.type('waiting now');
  const template = dialog().locator('[data-template]');
  expect(await template.first().innerText()).toMatch(/^Waiting now\s+2\s/);
  await search.fill('queues waiting');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  const queue = dialog().getByRole('combobox', { name: 'Queue', exact: true });
  const preview = dialog().getByRole('group', { name: 'What it shows now' });
  expect((await queue.locator('option').allInnerTexts()).sort()).toEqual([
    'Billing',
    'Sales',
    'Support',
    'The queue chosen on the board',
  ]);
  expect(await preview.innerText()).toMatch(/^Billing: waiting\s+0\s/);
  await page.keyboard.type('su');
  expect(await preview.innerText()).toMatch(/^Support: waiting\s+2\s/);
  await page.keyboard.press('Tab');
  await page.keyboard.type('1');
  expect(await preview.innerText()).toMatch(/Warning/);
  expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
  await page.keyboard.press('Enter');
  await tile(page, 'support-waiting').waitFor();
  expect(await tile(page, 'support-waiting').evaluate((each) => each === document.activeElement)).toBe(true);
  expect(await status()).toBe('1 unsaved change');
  expect(await saved()).toEqual(definitions);
});

const ancestor = {
  ...ancestorDefinitions,
  accepted: asAncestor('Accepted', 'data.workspace_statistics.cumulative.reservations_accepted'),
  offered: definitions.offered,
  Half: { metric: { label: 'Half', value: 9 } },
};

test('imports what the ancestor has saved, after saying what becomes of it and why, as one step that is undone', async () => {
  await editBoard();
  await paste(ancestor);
  await summary('4 added, 1 replaced, 2 skipped. Nothing is done yet.');
  const expected: readonly (readonly [string, RegExp])[] = [
    [
      'Workers Logged In',
      /Add.*Formula: adding up all other activities works where there is no such activity/s,
    ],
    ['Workers Siesta', /Add.*ERR.*There is no activity “Siesta” here\./s],
    ['Longest Waiting', /Add.*firstThresholdStyle: its colours are those of the style Warn Strong/s],
    ['Total Lost', /Add.*Is called “Total” but was kept as “Total Lost”/s],
    ['Accepted', /Replace the one here/],
    ['Offered', /Skip: is here already, the same/],
    ['Half', /Skip: is no metric.*"formula" is missing/s],
  ];
  for (const [label, text] of expected) expect(await row(label).innerText()).toMatch(text);
  expect(await row('Workers Logged In').locator('ins').innerText()).toMatch(/^sum\(/);
  expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
  expect(await status()).toBe('No unsaved changes');

  await dialog().getByRole('checkbox', { name: 'Total', exact: true }).uncheck();
  await summary('3 added, 1 replaced, 3 skipped. Nothing is done yet.');
  await button('Import 4 metrics').click();
  await tile(page, 'Longest Waiting').waitFor();
  expect(await status()).toBe('4 unsaved changes');
  expect(await saved()).toEqual(definitions);

  await button('Undo').click();
  expect(await status()).toBe('No unsaved changes');
  expect(await tiles()).toEqual(['/waiting', 'Today/offered', 'Today/accepted']);
  await button('Redo').click();
  await button('Save').click();
  await button('Save anyway').click();
  await statusIs('Saved');
  const now = await saved();
  expect(Object.keys(now)).toEqual([
    ...Object.keys(definitions),
    'Workers Logged In',
    'Workers Siesta',
    'Longest Waiting',
  ]);
  expect(now).toMatchObject({
    waiting: definitions.waiting,
    offered: definitions.offered,
    accepted: ancestor.accepted,
    'Workers Siesta': metric('Workers Siesta', "activity('Siesta')"),
    'Longest Waiting': {
      metric: { firstThresholdStyle: 'Warn Strong', firstThresholdValue: '20', value: 9 },
    },
  });
});

test(
  "recognises the ancestor's later shape, and lists what has to be rewritten by hand",
  nightly,
  async () => {
    await editBoard();
    await paste({
      Waiting: asAncestor(
        'TQ: Support',
        "data.queues.find((q) => q.friendlyName === 'Support').data.realtime.total_tasks",
      ),
      Away: asAncestor('Away', 'data.workspace.realtime.total_workers'),
      Order: asAncestor('Order', "data.queues.find((q) => q.friendlyName === 'Support').taskOrder"),
    });
    await summary('2 added, 0 replaced, 1 skipped. Nothing is done yet.');
    expect(await row('TQ: Support').innerText()).toMatch(/2.*it was written for another shape of the data/s);
    expect(await row('TQ: Support').locator('ins').innerText()).toBe("queue('Support').realtime.total_tasks");
    expect(await row('Away').locator('ins').innerText()).toBe(
      'data.workspace_statistics.realtime.total_workers',
    );
    expect(await row('Order').innerText()).toMatch(/Skip.*has to be rewritten by hand/s);
    expect(await dialog().getByRole('checkbox', { name: 'Order' }).isChecked()).toBe(false);
    await dialog().getByRole('button', { name: 'Close' }).click();
    expect(await status()).toBe('No unsaved changes');
  },
);

test('says where a text stops being JSON, and imports nothing of it', nightly, async () => {
  await editBoard();
  await paste('{\n  "a": { "metric": { "label": "A", "formula": "1" } },\n}');
  await dialog()
    .getByText('This is not valid JSON. Line 3, column 1: remove the extra comma before the bracket.')
    .waitFor();
  expect(await dialog().getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true);
  expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
  await dialog().getByRole('button', { name: 'Close' }).click();
});

test('exports a metric, a section and the board, and the file of a board gives the same board where it is imported', async () => {
  await editBoard();
  const board = await tiles();
  await button('Export').click();
  const what = dialog().getByLabel('What');
  const exported = async (): Promise<{ definitions: object; board?: object }> =>
    JSON.parse(await dialog().getByLabel('As text').inputValue()) as { definitions: object; board?: object };
  expect(await exported()).toMatchObject({ definitions, board: settings });
  await what.selectOption({ label: 'Section Today' });
  expect(await exported()).toEqual({
    'realtime-dashboard': 1,
    definitions: { offered: definitions.offered, accepted: definitions.accepted },
  });
  await what.selectOption({ label: 'Waiting' });
  expect(await exported()).toEqual({
    'realtime-dashboard': 1,
    definitions: { waiting: definitions.waiting },
  });
  expect(await accessibilityFaults(page, 'dialog')).toEqual([]);
  await what.selectOption({ index: 0 });
  const downloading = page.waitForEvent('download');
  await button('Download as a file').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('realtime-dashboard.json');
  const file = await download.path();
  await dialog().getByRole('button', { name: 'Close' }).click();

  // Another board.
  await button('Done').click();
  await dashboard.control.putDocument('dashboard-definitions', { old: metric('Old', '1') });
  await dashboard.control.putDocument('dashboard-board', {});
  await expect(page.locator('[data-tile]')).toHaveCount(1);
  await tile(page, 'old').waitFor();
  await editBoard();
  await tile(page, 'old').focus();
  await page.keyboard.press('Delete');
  const takeFile = async (): Promise<void> => {
    await button('Import').click();
    await dialog().getByLabel('Or choose a file:').setInputFiles(file);
  };
  await takeFile();
  await summary('3 added, 0 replaced, 0 skipped. Nothing is done yet.');
  await button('Import 3 metrics').click();
  expect(await tiles()).toEqual(board);
  await page.getByRole('heading', { name: 'Editing: Floor' }).waitFor();
  await button('Save').click();
  await statusIs('Saved');
  expect(await saved()).toEqual(definitions);

  await takeFile();
  await summary('0 added, 0 replaced, 3 skipped. Nothing is done yet.');
  await dialog().getByRole('button', { name: 'Close' }).click();
});

test('copies a tile, and pastes it as a tile of its own', async () => {
  await editBoard();
  await tile(page, 'offered').focus();
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await tile(page, 'offered-2').waitFor();
  expect(await tiles()).toEqual(['/waiting', 'Today/offered', 'Today/offered-2', 'Today/accepted']);
});
