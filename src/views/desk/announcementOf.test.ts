import { createStrings } from '../../strings/createStrings';
import { announcementOf, type ChangedTile } from './announcementOf';

const changed = (...labels: readonly string[]): readonly ChangedTile[] =>
  labels.map((label, index) => ({ label, state: index === 0 ? 'error' : 'none' }));

describe('announcementOf', () => {
  it.each([
    [['A'], 'A: Critical.'],
    [['A', 'B', 'C', 'D'], 'A: Critical. Also changed: B, C, D.'],
    [['A', 'B', 'C', 'D', 'E', 'F'], 'A: Critical. Also changed: B, C, D and 2 more.'],
  ])('of %j is "%s"', (labels, words) => {
    expect(announcementOf(changed(...labels), createStrings('en'))).toBe(words);
  });
});
