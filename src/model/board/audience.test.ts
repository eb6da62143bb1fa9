import { audienceOf, boardFor, storedAudience, teamsIn } from './audience';

const index = {
  boards: [
    { id: 'everyone', title: 'Everyone' },
    { id: 'gonesale', for: { teams: ['Sales'] }, deletedAt: '2026-11-01T00:00:00Z' },
    { id: 'salesadm', for: { teams: ['Sales'], roles: ['admin'] } },
    { id: 'sales001', for: { teams: ['Sales', 'Sales EMEA'] } },
    { id: 'admins01', for: { roles: ['admin'] } },
  ],
};
const viewer = (team: string, role = 'supervisor') => ({ teams: [team], roles: [role] });

describe('boardFor', () => {
  it.each([
    ['a team', viewer('Sales'), 'sales001'],
    ['a team written otherwise', viewer(' sales emea '), 'sales001'],
    ['a role', viewer('Support', 'admin'), 'admins01'],
    ['a team and a role, both of which count', viewer('Sales', 'admin'), 'salesadm'],
    ['a team that no board names', viewer('Support'), undefined],
    ['nobody', { teams: [], roles: [] }, undefined],
  ])('finds the first board that is for %s', (_whom, who, board) => {
    expect(boardFor(index, who)).toBe(board);
  });

  it.each([[undefined], [null], [{ boards: 'all' }], [{ boards: [null, { id: 'sales001', for: 'Sales' }] }]])(
    'finds none in %j',
    (stored) => {
      expect(boardFor(stored, viewer('Sales'))).toBeUndefined();
    },
  );
});

describe('audienceOf', () => {
  it('reads what is a name, and gives back what was stored', () => {
    const stored = { teams: [' Sales ', 7, ''], roles: 'admin' };
    expect(audienceOf({ for: stored })).toEqual({ teams: ['Sales'], roles: [] });
    expect(storedAudience(audienceOf({ for: stored }))).toEqual({ teams: ['Sales'] });
    expect(storedAudience(audienceOf({}))).toBeUndefined();
  });
});

describe('teamsIn', () => {
  it('reads a name or a list of names from the attribute, and nothing else', () => {
    expect(teamsIn({ team_name: 'Sales' }, 'team_name')).toEqual(['Sales']);
    expect(teamsIn({ squads: ['A', 7, 'B'] }, 'squads')).toEqual(['A', 'B']);
    expect([teamsIn({}, 'team_name'), teamsIn(undefined, 'team_name'), teamsIn('x', 'length')]).toEqual([
      [],
      [],
      [],
    ]);
  });
});
