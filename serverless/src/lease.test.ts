import { noLease, parseLease } from './lease';

const lease = { number: 7, due: 1_000, by: 'somebody' };

test.each([
  ['with a number from 0', { ...lease, number: 0 }],
  ['with the highest number that has a next one', { ...lease, number: Number.MAX_SAFE_INTEGER - 1 }],
  ['that says who came before', { ...lease, before: 'somebody else' }],
])('reads a lease %s', (_, data) => expect(parseLease(data)).toEqual(data));

test.each([
  ['no document', undefined],
  ['no object', 'text'],
  ['null', null],
  ['an empty object', {}],
  ['a number below 0', { ...lease, number: -1 }],
  ['a number that is no whole one', { ...lease, number: 1.5 }],
  ['a number that is text', { ...lease, number: '7' }],
  ['the highest number, which has no next one', { ...lease, number: Number.MAX_SAFE_INTEGER }],
  ['no due time', { ...lease, due: undefined }],
  ['a due time that is text', { ...lease, due: 'soon' }],
  ['nobody who promised it', { ...lease, by: undefined }],
])('counts %s as no lease', (_, data) => expect(parseLease(data)).toBe(noLease));
