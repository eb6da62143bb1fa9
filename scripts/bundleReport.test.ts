import { bundleFault, bundleTable } from './bundleReport';

const recorded = { gzipBytes: 100_000, parts: { 'src/model/formula': 60_000, jsep: 40_000 } };

describe('bundleFault', () => {
  it('has nothing to say of a bundle that is as recorded', () => {
    expect(bundleFault(recorded, recorded, 200_000)).toBeUndefined();
  });

  it('names a package that came in, and how to record it', () => {
    const size = { gzipBytes: 130_000, parts: { 'src/model/formula': 61_000, moment: 29_000, jsep: 40_000 } };
    const fault = bundleFault(size, recorded, 200_000);
    expect(fault).toContain('grew by 30.0 kB past the recorded 100.0 kB');
    expect(fault).toContain('Grown most: moment (new, +29.0 kB), src/model/formula (+1.0 kB).');
    expect(fault).toContain('--record');
  });

  it('names the part that grew past the limit, and does not offer to record it', () => {
    const size = { gzipBytes: 101_000, parts: { 'src/model/formula': 61_000, jsep: 40_000 } };
    const fault = bundleFault(size, recorded, 100_500);
    expect(fault).toContain('The plugin is 101.0 kB, over its limit of 100.5 kB.');
    expect(fault).toContain('src/model/formula (+1.0 kB)');
    expect(fault).not.toContain('--record');
  });

  it('lets a bundle shrink', () => {
    expect(bundleFault({ ...recorded, gzipBytes: 50_000 }, recorded, 200_000)).toBeUndefined();
  });
});

describe('bundleTable', () => {
  it('shows each part with its change, small ones together, and those that are gone', () => {
    const size = {
      gzipBytes: 62_900,
      parts: { 'src/model/formula': 61_500, 'src/model/time': 700, 'src/persistence': 700 },
    };
    expect(bundleTable(size, recorded).split('\n')).toEqual([
      '  src/model/formula   61.5 kB  +1.5 kB',
      '  2 smaller parts      1.4 kB  +1.4 kB',
      '  jsep                 0.0 kB  -40.0 kB',
    ]);
  });
});
