import { mostBytes, mostVersions } from '../schema/defaults';
import { copyAt, dropOldest, fitIndex, versionsIn } from './versionIndex';

const version = (id: string, copies: Readonly<Record<string, string>>) => ({
  id,
  saved_at: '2026-11-22T17:00:00Z',
  copies,
});

describe('copyAt', () => {
  const versions = [
    version('3', { defs: '3' }),
    version('2', { defs: '2', board: '2' }),
    version('1', { defs: '1' }),
  ];

  it.each([
    [0, 'defs', '3'],
    [0, 'board', '2'],
    [2, 'defs', '1'],
    // It was copied before it was saved for the first time, so that it was the same before.
    [2, 'board', '2'],
    [0, 'other', undefined],
  ])('gives for version %d of %s the copy %s', (index, document, copy) => {
    expect(copyAt(versions, index, document)).toBe(copy);
  });
});

describe('dropOldest', () => {
  const versions = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      version(String(count - index), { defs: String(count - index) }),
    );

  it('keeps ten versions as they are', () => {
    expect(dropOldest(versions(mostVersions))).toEqual({ versions: versions(mostVersions), dropped: [] });
  });

  it('drops an eleventh, and keeps the copy of it that no later version has', () => {
    const eleven = [...versions(mostVersions), version('0', { defs: '0', board: '0' })];
    const { versions: kept, dropped } = dropOldest(eleven);
    expect(kept).toHaveLength(mostVersions);
    expect(kept[mostVersions - 1]).toEqual(version('1', { defs: '1', board: '0' }));
    expect(dropped).toEqual([{ document: 'defs', copy: '0' }]);
  });
});

describe('versionsIn', () => {
  const good = version('1', { defs: 'abc-defg' });

  it.each([
    ['nothing', undefined],
    ['a text', 'text'],
    ['no list', { versions: 7 }],
    [
      'a list of what are no versions',
      { versions: [null, 7, 'a', [], {}, { id: 1 }, { ...good, copies: null }] },
    ],
    [
      'ids that are not ours',
      {
        versions: [
          { ...good, id: '../x' },
          { ...good, id: 'x'.repeat(33) },
        ],
      },
    ],
    ['a time of a thousand characters', { versions: [{ ...good, saved_at: 'x'.repeat(1_000) }] }],
    ['an author that is none', { versions: [{ ...good, saved_by: {} }] }],
  ])('lists no version given %s', (_, index) => {
    expect(versionsIn(index)).toEqual([]);
  });

  it('leaves out names and copies that would be other addresses, and fields that are not ours', () => {
    const copies = {
      defs: 'abc-defg',
      'victim#': 'z0',
      '../x': 'z0',
      board: 'a/b',
      [`ET${'0'.repeat(32)}`]: 'z0',
    };
    expect(versionsIn({ versions: [{ ...good, copies, junk: 'x' }] })).toEqual([good]);
  });

  it('lists no more than ten', () => {
    expect(versionsIn({ versions: Array.from({ length: 40 }, () => good) })).toHaveLength(mostVersions);
  });
});

describe('fitIndex', () => {
  const many = Object.fromEntries(
    Array.from({ length: 51 }, (_, number) => [`dashboard-definitions-${number}`, 'abcdefgh-1234']),
  );

  it('keeps what others added to the index while there is room', () => {
    expect(fitIndex({ theirs: 1 }, [version('1', { defs: '1' })]).index).toMatchObject({ theirs: 1 });
    expect(fitIndex({ theirs: 'x'.repeat(mostBytes) }, [version('1', { defs: '1' })]).index).toEqual({
      versions: [version('1', { defs: '1' })],
    });
  });

  it('keeps fewer versions of a board of 51 documents, the newest', () => {
    const { index, dropped } = fitIndex(
      undefined,
      Array.from({ length: mostVersions }, (_, number) => version(String(number), many)),
    );
    expect(index.versions.length).toBeGreaterThan(4);
    expect(index.versions[0]).toEqual(version('0', many));
    expect(JSON.stringify(index).length).toBeLessThanOrEqual(mostBytes);
    expect(dropped).toHaveLength((mostVersions - index.versions.length) * 51);
  });
});
