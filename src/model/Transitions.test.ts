import { Transitions } from './Transitions';

describe('Transitions', () => {
  test('tells each change of level once, with its time', () => {
    const transitions = new Transitions();
    const onChange = jest.fn();
    transitions.all.subscribe(onChange);
    transitions.note([['waiting', 'normal']], 1000);
    expect(onChange).not.toHaveBeenCalled();
    transitions.note([['waiting', 'warning']], 2000);
    transitions.note([['waiting', 'warning']], 3000);
    transitions.note([['waiting', 'critical']], 4000);
    transitions.note([['waiting', 'normal']], 5000);
    expect(onChange).toHaveBeenCalledTimes(3);
    expect(transitions.all.get()).toEqual([
      { reading: 'waiting', from: 'normal', to: 'warning', at: 2000 },
      { reading: 'waiting', from: 'warning', to: 'critical', at: 4000 },
      { reading: 'waiting', from: 'critical', to: 'normal', at: 5000 },
    ]);
  });

  test('says how a reading stands, and since when', () => {
    const transitions = new Transitions();
    transitions.note([['waiting', 'critical']], 1000);
    transitions.note([['waiting', 'critical']], 2000);
    expect(transitions.standing('waiting')).toEqual({ level: 'critical', since: 1000 });
    expect(transitions.standing('other')).toBeUndefined();
  });

  test('says of an alarm that was there at first that nothing was known before', () => {
    const transitions = new Transitions();
    transitions.note([['waiting', 'critical']], 1000);
    expect(transitions.all.get()).toEqual([
      { reading: 'waiting', from: undefined, to: 'critical', at: 1000 },
    ]);
  });

  test('keeps the last 500', () => {
    const transitions = new Transitions();
    for (let i = 0; i <= 501; i++) transitions.note([['waiting', i % 2 ? 'critical' : 'normal']], i);
    expect(transitions.all.get()).toHaveLength(500);
    expect(transitions.all.get().at(-1)).toMatchObject({ at: 501 });
  });

  test('knows nothing any more of a reading that went', () => {
    const transitions = new Transitions();
    transitions.note([['waiting', 'critical']], 1000);
    transitions.forget(['waiting']);
    transitions.note([['waiting', 'critical']], 2000);
    expect(transitions.standing('waiting')).toEqual({ level: 'critical', since: 2000 });
  });
});
