import type { Level } from './levels';
import { Transitions } from './Transitions';

function judge(transitions: Transitions, level: Level, at: number): void {
  transitions.note('waiting', level, at);
  transitions.publish();
}

describe('Transitions', () => {
  test('tells each change of level once, with its time', () => {
    const transitions = new Transitions();
    const onChange = jest.fn();
    transitions.all.subscribe(onChange);
    judge(transitions, 'normal', 1000);
    expect(onChange).not.toHaveBeenCalled();
    judge(transitions, 'warning', 2000);
    judge(transitions, 'warning', 3000);
    judge(transitions, 'critical', 4000);
    judge(transitions, 'normal', 5000);
    expect(onChange).toHaveBeenCalledTimes(3);
    expect(transitions.all.get()).toEqual([
      { reading: 'waiting', from: 'normal', to: 'warning', at: 2000 },
      { reading: 'waiting', from: 'warning', to: 'critical', at: 4000 },
      { reading: 'waiting', from: 'critical', to: 'normal', at: 5000 },
    ]);
  });

  test('says how a reading stands, and since when', () => {
    const transitions = new Transitions();
    judge(transitions, 'critical', 1000);
    judge(transitions, 'critical', 2000);
    expect(transitions.standing('waiting')).toEqual({ level: 'critical', since: 1000 });
    expect(transitions.standing('other')).toBeUndefined();
  });

  test('says of an alarm that was there at first that nothing was known before', () => {
    const transitions = new Transitions();
    judge(transitions, 'critical', 1000);
    expect(transitions.all.get()).toEqual([
      { reading: 'waiting', from: undefined, to: 'critical', at: 1000 },
    ]);
  });

  test('keeps the last 500', () => {
    const transitions = new Transitions();
    for (let i = 0; i <= 501; i++) judge(transitions, i % 2 ? 'critical' : 'normal', i);
    expect(transitions.all.get()).toHaveLength(500);
    expect(transitions.all.get().at(-1)).toMatchObject({ at: 501 });
  });

  test('knows nothing any more of a reading that went', () => {
    const transitions = new Transitions();
    judge(transitions, 'critical', 1000);
    transitions.forget(['waiting']);
    judge(transitions, 'critical', 2000);
    expect(transitions.standing('waiting')).toEqual({ level: 'critical', since: 2000 });
  });
});
