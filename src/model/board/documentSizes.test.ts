import { mostBytes } from '../../schema/defaults';
import { edit } from '../../views/editor/draft/edit';
import { beginEditing, documentsOf } from '../../views/editor/draft/EditingSession';
import { aBoard, aMetric } from '../../views/editor/draft/testing/aBoard';
import * as counted from '../../persistence/bytesOf';
import { bytesIn, documentSizes } from './documentSizes';

afterEach(() => jest.restoreAllMocks());

describe('an import of many metrics', () => {
  const metrics = Object.fromEntries(
    Array.from({ length: 600 }, (_, index) => [`m${index}`, aMetric(`Metric ${index}`)]),
  );
  const importAll = () => documentsOf(edit(beginEditing(aBoard({})), { type: 'put-metrics', metrics }));

  it('knows the size of each document it fills', () => {
    const { definitions } = importAll();
    expect(definitions.length).toBeGreaterThan(2);
    for (const { value = {} } of definitions) {
      expect(bytesIn(value)).toBe(counted.bytesOf(value));
      expect(bytesIn(value)).toBeLessThanOrEqual(mostBytes);
    }
  });

  it('counts each metric a few times, not each document with each metric', () => {
    const count = jest.spyOn(counted, 'bytesOf');
    const sizes = documentSizes(importAll());
    const bytes = count.mock.results.reduce((sum, { value }) => sum + Number(value), 0);
    const imported = sizes.reduce((sum, size) => sum + size.bytes, 0);
    expect(bytes).toBeLessThan(5 * imported);
  });
});
