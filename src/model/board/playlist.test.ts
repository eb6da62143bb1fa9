import { findTurns, slugOf, turnsInIndex, turnsInLink } from './playlist';

const index = {
  boards: [
    { id: 'sales001', title: 'Sales' },
    { id: 'support1', title: ' Soporte Técnico ' },
    { id: 'noname00' },
    { id: 'broken' },
  ],
};

describe('turnsInLink', () => {
  it('reads boards and the seconds of each, 30 where it says none', () => {
    expect(turnsInLink('sales,support:45s, floor:20 ,,')).toEqual([
      { board: 'sales', seconds: 30 },
      { board: 'support', seconds: 45 },
      { board: 'floor', seconds: 20 },
    ]);
  });

  it.each([
    ['a:0s', 5],
    ['a:999999s', 3600],
  ])('keeps %s within what can be read, and an hour', (text, seconds) => {
    expect(turnsInLink(text)).toEqual([{ board: 'a', seconds }]);
  });

  it('takes a colon that no seconds follow for part of the name', () => {
    expect(turnsInLink('team: north:10s')).toEqual([{ board: 'team: north', seconds: 10 }]);
    expect(turnsInLink('a:soon')).toEqual([{ board: 'a:soon', seconds: 30 }]);
  });

  it('gives nothing for a link that names nothing', () => {
    expect([turnsInLink(''), turnsInLink(' , :30s')]).toEqual([[], []]);
  });
});

describe('findTurns', () => {
  const find = (text: string) => findTurns(turnsInLink(text), index);

  it('finds boards by id and by title, as it is and as a slug', () => {
    const { turns, unknown } = find('support1,SALES:10s,soporte-tecnico,Soporte Técnico,noname00');
    expect(turns.map(({ id, seconds }) => [id, seconds])).toEqual([
      ['support1', 30],
      ['sales001', 10],
      ['support1', 30],
      ['support1', 30],
      ['noname00', 30],
    ]);
    expect([turns[0]?.title, turns[4]?.title, unknown]).toEqual(['Soporte Técnico', undefined, []]);
  });

  it('takes the title as it is before one that is only alike', () => {
    const alike = {
      boards: [
        { id: 'sharp001', title: 'C#' },
        { id: 'plus0001', title: 'C++' },
      ],
    };
    expect(findTurns(turnsInLink('C++'), alike).turns.map(({ id }) => id)).toEqual(['plus0001']);
  });

  it('names each board once that there is none of', () => {
    expect(find('sales,floor,floor:10s,broken')).toMatchObject({
      turns: [{ id: 'sales001' }],
      unknown: ['floor', 'broken'],
    });
    expect(findTurns(turnsInLink('sales'), undefined)).toEqual({ turns: [], unknown: ['sales'] });
  });

  it('takes the first of two boards of one title, and an id before a title', () => {
    const boards = [
      { id: 'aaaaaaaa', title: 'bbbbbbbb' },
      { id: 'bbbbbbbb', title: 'Same' },
      { id: 'cccccccc', title: 'same' },
    ];
    const { turns } = findTurns(turnsInLink('bbbbbbbb,same'), { boards });
    expect(turns.map(({ id }) => id)).toEqual(['bbbbbbbb', 'bbbbbbbb']);
  });
});

describe('turnsInIndex', () => {
  it('gives the saved turns, and leaves out what is none', () => {
    const playlist = [
      { board: 'sales001' },
      { board: 'x', seconds: '9' },
      { seconds: 9 },
      null,
      'y',
      { board: ' ' },
    ];
    expect(turnsInIndex({ playlist })).toEqual([
      { board: 'sales001', seconds: 30 },
      { board: 'x', seconds: 30 },
    ]);
  });

  it.each([[undefined], [null], [7], [{}], [{ playlist: {} }], [{ playlist: 'sales' }]])(
    'gives none given %j',
    (stored) => {
      expect(turnsInIndex(stored)).toEqual([]);
    },
  );
});

describe('slugOf', () => {
  it('keeps letters and digits of every script', () => {
    expect([slugOf('Ventas Ñandú'), slugOf('  A & B!  2 '), slugOf('営業 部')]).toEqual([
      'ventas-nandu',
      'a-b-2',
      '営業-部',
    ]);
  });
});
