import { aPast } from '../../testing/aPast';
import { onToday } from './drawnTrend';

describe('onToday', () => {
  it('puts noon at noon where clocks were put back by half an hour', () => {
    const day = { start: Date.parse('2026-04-04T13:00Z'), end: Date.parse('2026-04-05T13:30Z'), states: [] };
    const today = {
      start: Date.parse('2026-04-11T13:30Z'),
      end: Date.parse('2026-04-12T13:30Z'),
      states: [],
    };
    const past = { ...aPast([]), today, before: [day], timeZone: 'Australia/Lord_Howe' };
    const noon = { at: Date.parse('2026-04-05T01:30Z'), value: 5, isJudged: true };
    expect(onToday([noon], day, past)).toEqual([{ ...noon, at: Date.parse('2026-04-12T01:30Z') }]);
  });
});
