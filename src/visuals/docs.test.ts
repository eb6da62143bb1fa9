import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aDashboardData } from '../testing/aDashboardData';
import { lookOf } from '../testing/aBoardOfTiles';
import { createStrings } from '../strings/createStrings';
import { kinds } from './registry';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'visuals.md'), 'utf8');
/** Queues of which 7, 0 and 2 tasks wait. */
const queuesOfTheAfternoon = (): readonly unknown[] =>
  Object.entries({ Support: 7, Billing: 0, Sales: 2 }).map(([friendly_name, pending]) => {
    const { realtime, cumulative } = aDashboardData({
      realtime: { tasks_by_status: { assigned: 0, pending, reserved: 0, wrapping: 0 } },
    }).workspace_statistics;
    return { friendly_name, realtime, cumulative };
  });

const chapters = page.split(/^## /m).slice(1);

/** The rows of a chapter's table: field and whether it is required. */
const fieldsIn = (chapter: string): readonly (readonly [string, boolean])[] =>
  [...chapter.matchAll(/^\| `(\w+)` +\| (yes|no) /gm)].map(([, field = '', answer]) => [
    field,
    answer === 'yes',
  ]);

describe('docs/visuals.md', () => {
  it('has a chapter for each visual, in the order of the registry', () => {
    expect(chapters.map((chapter) => /`(\w+)`/.exec(chapter)?.[1])).toEqual(kinds.map(({ kind }) => kind));
  });

  it.each(kinds.map((kind, index) => [kind.kind, kind, index] as const))(
    'lists the fields of %s',
    (_name, kind, index) => {
      const fields = Object.entries(kind.schema).map(([field, { isRequired = false }]) => [
        field,
        isRequired,
      ]);
      expect(fieldsIn(chapters[index] ?? '')).toEqual(fields);
    },
  );

  it('has examples that can be shown', () => {
    const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => JSON.parse(json));
    const data = { ...aDashboardData(), queues: queuesOfTheAfternoon() };
    const metric = { 'service-level': { label: 'Tile', formula: '73', format: 'percent' } };
    expect(
      examples.map(
        (example) =>
          lookOf(example.visual ?? example, metric, { data }).describe(createStrings('en')).sentence,
      ),
    ).toEqual([
      'Tile, 73%, target 80%',
      'Tile, 116 logged in, Personal Break 18, Meeting 17, Training 16, Lunch Break 15, Follow Up 14, Break 13, and 2 more',
      'Tile, 3 rows, Warning, Support: Waiting 7, Warning, Sales: Waiting 2, Billing: Waiting 0',
    ]);
  });
});
