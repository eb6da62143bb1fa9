import { keepUnits } from './keepUnits';

describe('keepUnits', () => {
  it.each([
    ['Answered within 20 s', 'Answered within 20_s'],
    ['Below 80 %, 5 min', 'Below 80_%, 5_min'],
    ['Support 2 sales', 'Support 2 sales'],
    ['Line 2 s1', 'Line 2 s1'],
    ['Within 20 s of 1 h 30 m', 'Within 20_s of 1_h 30_m'],
    ['Más de 20 sé', 'Más de 20 sé'],
  ])('draws "%s" with no break at each _ of "%s"', (label, drawn) => {
    expect(keepUnits(label)).toBe(drawn.replace(/_/g, '\u00a0'));
  });
});
