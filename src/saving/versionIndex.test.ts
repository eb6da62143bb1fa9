import { copyAt, dropOldest, mostVersions } from './versionIndex';

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
    expect(dropped).toEqual(['defs-version-0']);
  });
});
