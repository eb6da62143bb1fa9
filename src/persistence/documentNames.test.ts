import { furtherDocumentName, isDocumentName, isFurtherDocumentName } from './documentNames';

const sid = `ET${'0'.repeat(31)}1`;

describe('isDocumentName', () => {
  it.each(['dashboard-definitions', 'team.a', '_', 'a'.repeat(320)])('takes %s', (name) => {
    expect(isDocumentName(name)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['a SID', sid],
    ['a SID in other letters', sid.toLowerCase()],
    ['the SID of a service', sid.replace('ET', 'IS')],
    ['a path', 'a/b'],
    ['the folder above', '..'],
    ['this folder', '.'],
    ['a fragment', 'victim#'],
    ['a query', 'victim?a=1'],
    ['an escape', 'victim%23'],
    ['a line break', 'a\n'],
    ['a blank', 'a b'],
    ['letters of other alphabets', 'équipe'],
    ['too long a name', 'a'.repeat(321)],
    ['a number', 7],
    ['a list of one name', ['a']],
  ])('refuses %s', (_, name) => {
    expect(isDocumentName(name)).toBe(false);
  });
});

describe('isFurtherDocumentName', () => {
  it.each([2, 3, 10, 999])('takes what the editor calls document %d', (number) => {
    expect(isFurtherDocumentName('defs', furtherDocumentName('defs', number))).toBe(true);
  });

  it.each([
    ['dashboard-definitions', 'dashboard-metrics-1'],
    ['dashboard-definitions', 'dashboard-metrics-999'],
    ['defs', 'defs-metrics-1'],
    ['definitions', 'definitions-metrics-2'],
  ])('takes, beside %s, the document of metrics that read choices: %s', (definitions, name) => {
    expect(isFurtherDocumentName(definitions, name)).toBe(true);
  });

  it.each([
    'defs-metrics-0',
    'defs-metrics-01',
    'defs-metrics',
    'metrics-1',
    'defs',
    'defs-',
    'defs-0',
    'defs-1',
    'defs-1000',
    'defs-02',
    'defs-2 ',
    'defs-2.0',
    'defs-1e2',
    'defs-0x10',
    'defs-+2',
    'defs--2',
    'defs-2-2',
    'defs-versions',
    'xdefs-2',
    'other-2',
    '-2',
    '2',
  ])('refuses %s', (name) => {
    expect(isFurtherDocumentName('defs', name)).toBe(false);
  });
});
