import { lookOf } from '../../testing/aBoardOfTiles';
import { createStrings } from '../../strings/createStrings';

const english = createStrings('en');
const sentence = (...tile: Parameters<typeof lookOf>): string => lookOf(...tile).describe(english).sentence;
const agents = '{ Available: 2, Lunch: 12, Offline: 0, "On a task": 5 }';

describe('breakdown', () => {
  it('says the total and its parts, the largest first, none of 0', () => {
    expect(sentence({ kind: 'breakdown', parts: agents, unit: 'agents' })).toBe(
      'Tile, 19 agents, Lunch 12, On a task 5, Available 2',
    );
  });

  it('takes its parts from the data, whatever they are called', () => {
    const parts =
      'data.workspace_statistics.realtime.activity_statistics.map((a) => ({ label: a.friendly_name, count: a.workers }))';
    expect(sentence({ kind: 'breakdown', parts })).toMatch(/^Tile, \d+, /);
  });

  it('says how many small parts there are besides', () => {
    const parts = '{ a: 9, b: 8, c: 7, d: 6, e: 5, f: 4, g: 3, h: 2, i: 1 }';
    expect(sentence({ kind: 'breakdown', parts })).toBe('Tile, 45, a 9, b 8, c 7, d 6, e 5, f 4, and 3 more');
  });

  it('shows the value and the level of a metric in place of the total', () => {
    const atLunch = {
      label: 'x',
      formula: '57',
      format: 'percent',
      firstThresholdValue: 50,
      firstThresholdStyle: 'Error',
    };
    const look = lookOf({ kind: 'breakdown', parts: agents, metric: 'm' }, { m: atLunch });
    expect(look.describe(english).sentence).toBe(
      'Tile, 57%, Critical, over 50%, Lunch 12, On a task 5, Available 2',
    );
    expect(look.level).toBe('critical');
  });

  it('shows 0 given parts that are all 0', () => {
    expect(sentence({ kind: 'breakdown', parts: '{ Lunch: 0 }' })).toBe('Tile, 0');
  });

  it.each([
    ['{ Lunch: -1 }', '{"Lunch":-1}'],
    ['[{ label: "Lunch" }]', '{"label":"Lunch"}'],
    ['[["Lunch", 5]]', '["Lunch",5]'],
  ])('explains a part that is no count in %s', (parts, found) => {
    expect(sentence({ kind: 'breakdown', parts })).toBe(
      `Tile, ERR, Formula error, Each part needs a label and a count of 0 or more; the formula gives ${found}. A list holds { label, count }.`,
    );
  });

  it('leaves a part out whose count is null', () => {
    expect(sentence({ kind: 'breakdown', parts: '{ Lunch: 3, Free: null }' })).toBe('Tile, 3, Lunch 3');
  });

  it.each([
    ['null', {}, 'Tile, No traffic'],
    [agents, { data: undefined }, 'Tile, No data yet'],
    [
      agents,
      { now: Date.parse('2026-11-22T11:52:15.000Z') },
      'Tile, 19, Stale, 10 min old, Lunch 12, On a task 5, Available 2',
    ],
  ])('tells the state of %s', (parts, moment, said) => {
    expect(sentence({ kind: 'breakdown', parts }, {}, moment)).toBe(said);
  });

  it('says over how many queues it was made where that is not all of them', () => {
    const data = { queues: [{ n: 3 }], completeness: { queues: { collected: 50, of: 200 } } };
    const parts = 'data.queues.map((q) => ({ label: "Support", count: q.n }))';
    expect(sentence({ kind: 'breakdown', parts }, {}, { data })).toBe('Tile, 3, 50 of 200 queues, Support 3');
  });
});
