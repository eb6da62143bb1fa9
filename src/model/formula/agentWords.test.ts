import { createBudget } from './budget';
import { compileFormula, FormulaError, joinSources, namesSource, Reads } from './index';

const noon = Date.parse('2026-11-22T12:00:00Z');
const at = (minutesAgo: number): string => new Date(noon - minutesAgo * 60_000).toISOString();
const agents = [
  { name: 'Ada', activity: 'Available', available: true, since: at(1), queues: ['Support'], tasks: [] },
  { name: 'Ben', activity: 'Available', available: true, since: at(2), queues: ['Sales'], tasks: [{}] },
  { name: 'Eve', activity: 'Lunch', available: false, since: at(31), queues: ['Support'], tasks: [] },
  { name: 'Fay', activity: 'Lunch', available: false, since: null, queues: [], tasks: [] },
];
const data = {
  queues: [{ friendly_name: 'Support' }, { friendly_name: 'Sales' }],
  workspace_statistics: {
    realtime: {
      activity_statistics: ['Available', 'Lunch', 'Meeting'].map((friendly_name) => ({ friendly_name })),
    },
  },
};

function outcome(formula: string, found: unknown = agents, now = noon): unknown {
  try {
    return compileFormula(formula).evaluate({ data: joinSources(data, new Map([['agents', found]])), now });
  } catch (error: unknown) {
    if (error instanceof FormulaError) return error.message;
    throw error;
  }
}

describe('words for agents', () => {
  it.each([
    ['agents().length', 4],
    ["agents('Lunch').map((a) => a.name)", ['Eve', 'Fay']],
    ["agents(['Lunch', 'Available']).length", 4],
    ["agents('Meeting').length", 0],
    ["longestIn('Lunch')", 31 * 60],
    ["longestIn('Meeting')", null],
    ['free()', 1],
    ["free('Support')", 1],
    ["free('Sales')", 0],
    ['secondsSince(data.agents[0].since)', 60],
    ['secondsSince(data.agents[3].since)', null],
    ["secondsSince('2026-11-22T13:00:00Z')", 0],
  ])('%s gives %j', (formula, expected) => {
    expect(outcome(formula)).toEqual(expected);
  });

  it.each([
    ["agents('Lumch')", 'There is no activity "Lumch". Did you mean "Lunch"?'],
    ['agents(5)', "agents needs the name of an activity, as in agents('Lunch'), and a number was given."],
    ['longestIn()', "longestIn needs the name of an activity, as in longestIn('Lunch')."],
    ["free('Sale')", 'There is no queue "Sale". Did you mean "Sales"?'],
    ["agents('Lunch', 'Meeting')", /For several activities write agents\(\['Lunch', 'Break'\]\)/],
  ])('%s is refused with a reason', (formula, message) => {
    expect(outcome(formula)).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });

  it('says where agents come from when there are none', () => {
    expect(outcome('free()', null)).toContain('data.agents comes from live queries of Flex');
  });

  it('read the agents alone, whatever a name is checked against', () => {
    const joined = joinSources(data, new Map([['agents', agents]]));
    for (const formula of ["agents('Meeting').length", "free('Support')", "longestIn('Lunch')"]) {
      const reads = new Reads();
      compileFormula(formula).evaluate({ data: joined, now: noon }, createBudget(), reads);
      expect([...reads.sources]).toEqual(['agents']);
    }
  });

  it('are evaluated again a second later only where they count time', () => {
    const joined = joinSources(data, new Map([['agents', agents]]));
    const holds = (formula: string): boolean => {
      const reads = new Reads();
      compileFormula(formula).evaluate({ data: joined, now: noon }, createBudget(), reads);
      return reads.stillHold(joined, 0, noon + 1000);
    };
    expect(holds('free()')).toBe(true);
    expect(holds("longestIn('Lunch')")).toBe(false);
  });

  it('tell what a formula needs', () => {
    const names = (formula: string): boolean => namesSource(compileFormula(formula).analysis, 'agents');
    expect(['free()', 'data.agents.length', "data['agents']", 'agents()'].map(names)).not.toContain(false);
    expect(['waiting(data)', '((free) => free)(1)', '2'].map(names)).not.toContain(true);
    expect(compileFormula("longestIn('Lunch')").analysis).toMatchObject({
      readsClock: true,
      references: [{ kind: 'activity', name: 'Lunch' }],
    });
  });
});
