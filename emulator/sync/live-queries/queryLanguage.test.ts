import { parseQuery } from './queryLanguage';

const data = {
  activity_name: 'Lunch "late"',
  team_sid: 'QO1',
  attributes: { skills: ['chat'], name: 'Ada' },
};
const matches = (query: string): boolean => parseQuery(query)(data);

describe('parseQuery', () => {
  it.each([
    [''],
    ['data.team_sid == "QO1"'],
    ['data.team_sid eq "QO1"'],
    ['data.activity_name == "Lunch \\"late\\""'],
    ['data.team_sid != "QO2" && data.team_sid NOT_EQ "QO3"'],
    ['data.team_sid IN ["QO0", "QO1"]'],
    ['data.team_sid not_in ["QO0"]'],
    ['data.attributes.skills CONTAINS "chat"'],
    ['data.attributes.name contains "da"'],
    ['data.nothing != "x"'],
    ['data.team_sid == "QO2" AND data.team_sid == "QO3" OR data.team_sid == "QO1"'],
    ['data.team_sid == "QO1" || data.team_sid == "QO2" and data.team_sid == "QO3"'],
  ])('matches %s', (query) => {
    expect(matches(query)).toBe(true);
  });

  it.each([
    ['data.team_sid == "QO2"'],
    ['data.nothing == ""'],
    ['(data.team_sid == "QO1" or data.team_sid == "QO2") and data.team_sid == "QO3"'],
    ['data.attributes.skills contains "cha"'],
    ['data.constructor contains "x"'],
  ])('does not match %s', (query) => {
    expect(matches(query)).toBe(false);
  });

  it.each([
    ['activity_name == "Break"'],
    ['data.activity_name = "Break"'],
    ["data.activity_name == 'Break'"],
    ['data.task_age > "5"'],
    ['data.task_age == 5'],
    ['data.team_sid in []'],
    ['data.team_sid == "QO1" and'],
    ['(data.team_sid == "QO1"'],
    ['data.team_sid == "QO1" data.team_sid == "QO1"'],
    ['data == "QO1"'],
  ])('refuses %s with 54507', (query) => {
    expect(() => parseQuery(query)).toThrow(expect.objectContaining({ status: 400, code: 54507 }));
  });

  it('takes 29 operators and 29 elements, and refuses more', () => {
    const chain = (comparisons: number): string => Array(comparisons).fill('data.a == "b"').join(' or ');
    const list = (elements: number): string => `data.a in [${Array(elements).fill('"b"').join(', ')}]`;
    expect(() => parseQuery(chain(15))).not.toThrow();
    expect(() => parseQuery(chain(16))).toThrow(expect.objectContaining({ code: 54509 }));
    expect(() => parseQuery(list(29))).not.toThrow();
    expect(() => parseQuery(list(30))).toThrow(expect.objectContaining({ code: 54510 }));
  });
});
