import { readAgents, type AgentContext } from './readAgents';

const context: AgentContext = {
  attributes: ['full_name', '__proto__.polluted', 'constructor', 'routing.toString'],
  showsNames: true,
  queues: new Map(),
  isAvailable: () => true,
};
const worker = (attributes: unknown) => ({ friendly_name: 'Ada', activity_name: 'Available', attributes });

describe('readAgents', () => {
  it.each(['constructor', '__proto__', 'toString', 'accepted '])(
    'knows no reservation with the status %s',
    (status) => {
      const date_created = '2026-11-22T11:42:15.000Z';
      const reservations = { WR1: { status, worker_sid: 'WK1', date_created } };
      expect(readAgents({ WK1: worker({}) }, reservations, context)[0]?.tasks).toEqual([]);
    },
  );

  it('reads no attribute that every object has, and writes none to all of them', () => {
    const attributes: unknown = JSON.parse('{"__proto__":{"polluted":"yes"},"routing":{}}');
    expect(readAgents({ WK1: worker(attributes) }, {}, context)[0]?.attributes).toEqual({});
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each(['___', '.', '@bot', '-'])('gives %s initials, so that its row has a name', (friendly_name) => {
    const workers = { WK1: { ...worker({}), friendly_name } };
    expect(readAgents(workers, {}, { ...context, showsNames: false })[0]?.name).toMatch(/\S/);
  });
});
