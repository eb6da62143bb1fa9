import { compareVersions } from './compareVersions';

describe('compareVersions', () => {
  it.each([
    ['0.10.0', '0.9.9', 1],
    ['1.0.0', '0.99.99', 1],
    ['0.1.0', '0.1.0', 0],
    ['0.0.1', '0.1.0', -1],
  ])('compares %s with %s by number', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
  });
});
