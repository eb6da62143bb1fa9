import { busyDay } from './test-data/exampleDays';
import type { Bindings } from './boardValues';
import { compileFormula, FormulaError, NeedsChoice, Reads } from './index';
import { missingReferences } from './missingReferences';

const bound = (value: Bindings extends ReadonlyMap<string, infer B> ? B : never, name = 'queue'): Bindings =>
  new Map([[name, value]]);
const queue = (value: string | readonly string[]): Bindings => bound({ type: 'queue', value });

const evaluate = (formula: string, board?: Bindings, data: unknown = busyDay): unknown =>
  (board ? compileFormula(formula).with(board) : compileFormula(formula)).evaluate({ data });

function refusal(formula: string, board?: Bindings, data?: unknown): FormulaError {
  try {
    evaluate(formula, board, data);
  } catch (error: unknown) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`${formula} gave a value`);
}

describe('board in a formula', () => {
  test('is the name of the queue that is chosen', () => {
    expect(evaluate('board.queue', queue('Sales'))).toBe('Sales');
    expect(evaluate("board['queue']", queue('Sales'))).toBe('Sales');
    expect(evaluate('waiting(board.queue)', queue('Sales'))).toBe(evaluate("waiting('Sales')"));
    expect(evaluate('board.queue.length', queue('Sales'))).toBe(5);
    expect(evaluate('board.queue.toUpperCase()', queue('Sales'))).toBe('SALES');
  });

  test('is a list of the queues that are chosen, or of all there are', () => {
    expect(evaluate('board.queue', queue(['Sales', 'Support']))).toEqual(['Sales', 'Support']);
    expect(evaluate('board.queue', queue('*'))).toEqual(['Support', 'Sales', 'Billing']);
  });

  test('is a number, or an entry of a list of choices', () => {
    expect(evaluate('board.limit * 2', bound({ type: 'number', value: 21 }, 'limit'))).toBe(42);
    expect(evaluate('board.region', bound({ type: 'list', value: 'North' }, 'region'))).toBe('North');
  });

  test.each([
    'waiting(%)',
    'longestWait(%)',
    'serviceLevel(%, 20)',
    'queue(%).realtime.total_tasks',
    'queue(%).cumulative.avg_task_acceptance_time',
  ])('%s takes a queue, several and all', (formula) => {
    const written = (names: string): unknown => evaluate(formula.replace('%', names));
    const read = formula.replace('%', 'board.queue');
    expect(evaluate(read, queue('Sales'))).toEqual(written("'Sales'"));
    expect(evaluate(read, queue(['Sales', 'Support']))).toEqual(written("['Sales', 'Support']"));
    expect(evaluate(read, queue('*'))).toEqual(written("['Support', 'Sales', 'Billing']"));
  });

  test('needs a choice where none is made', () => {
    const error = refusal('waiting(board.queue)');
    expect(error).toBeInstanceOf(NeedsChoice);
    expect(error).toMatchObject({ variable: 'queue', gone: [], start: 8, end: 19 });
    expect(error.message).toBe('This metric needs a queue: nothing is chosen for board.queue.');
  });

  test('needs another choice once the chosen queue is gone', () => {
    expect(refusal('waiting(board.queue)', queue('VIP'))).toMatchObject({ variable: 'queue', gone: ['VIP'] });
    expect(evaluate('board.queue', queue(['VIP', 'Sales']))).toBe('Sales');
  });

  test('is read by the name of a variable alone', () => {
    for (const formula of ['board', 'Object.keys(board)', 'board[data.x]', '[board]'])
      expect(refusal(formula, queue('Sales')).message).toBe(
        'A formula reads one choice of the board by its name, as in board.queue.',
      );
  });

  test('may be the name of a parameter', () => {
    expect(evaluate('((board) => board.queue)({ queue: 1 })')).toBe(1);
    expect(compileFormula('((board) => board.queue)({ queue: 1 })').analysis.variables).toEqual(new Set());
  });

  test('is read beside the row of a table', () => {
    const formula = compileFormula('row === board.queue', 'row').with(queue('Sales'));
    const row = { entry: () => 'Sales', sources: () => new Set<string>() };
    expect(formula.over(row).evaluate({ data: busyDay })).toBe(true);
  });
});

describe('activities and channels of a board', () => {
  test('are read by their names', () => {
    const activity = bound({ type: 'activity', value: ['Available', 'Break'] }, 'activity');
    expect(evaluate('activity(board.activity)', activity)).toBe(
      evaluate("activity('Available') + activity('Break')"),
    );
    const channel = bound({ type: 'channel', value: 'voice' }, 'channel');
    const data = { channels: { voice: { realtime: { total_tasks: 3 } } } };
    expect(evaluate('data.channels[board.channel].realtime.total_tasks', channel, data)).toBe(3);
    expect(refusal('board.channel', bound({ type: 'channel', value: 'fax' }, 'channel'), data)).toMatchObject(
      {
        gone: ['fax'],
      },
    );
  });
});

describe('what a formula reads of its board', () => {
  test('is known from its text', () => {
    const { analysis } = compileFormula('waiting(board.queue) > board.limit ? board["queue"] : 0');
    expect([...analysis.variables]).toEqual(['queue', 'limit']);
  });

  test('is missing where the board has no such variable', () => {
    const available = { queues: [], activities: [], seconds: undefined, variables: ['queue'] };
    expect(missingReferences('waiting(board.queue) + board.limit', available)).toEqual([
      { kind: 'variable', name: 'limit' },
    ]);
    expect(missingReferences('board.limit', { ...available, variables: undefined })).toEqual([]);
  });

  test('is a figure over all queues where all are chosen', () => {
    const formula = compileFormula('waiting(board.queue)');
    expect(formula.with(queue('*')).analysis.texts.has('queues')).toBe(true);
    expect(formula.with(queue('Sales')).analysis.texts.has('queues')).toBe(false);
  });

  const readsOf = (board: Bindings): Reads => {
    const reads = new Reads();
    compileFormula('waiting(board.queue)').with(board).evaluate({ data: busyDay }, undefined, reads);
    return reads;
  };
  const others = busyDay.queues.map((entry) => ({ ...(entry as object) }));

  test('still holds while nothing changed but other queues', () => {
    const [support, sales, billing] = busyDay.queues;
    const next = { ...busyDay, queues: [{ ...(support as object) }, sales, { ...(billing as object) }] };
    expect(readsOf(queue('Sales')).stillHold(next, 0, 0)).toBe(true);
    expect(readsOf(queue('*')).stillHold(next, 0, 0)).toBe(false);
    expect(readsOf(queue('*')).stillHold({ ...busyDay, queues: [...busyDay.queues] }, 0, 0)).toBe(true);
  });

  test('no longer holds when a queue comes or goes', () => {
    expect(readsOf(queue('*')).stillHold({ ...busyDay, queues: others.slice(1) }, 0, 0)).toBe(false);
    expect(readsOf(queue('Sales')).stillHold({ ...busyDay, queues: [] }, 0, 0)).toBe(false);
  });
});
