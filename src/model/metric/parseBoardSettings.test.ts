import { inEnglish } from '../../testing/inEnglish';
import { parseBoardSettings } from './parseBoardSettings';

const defaults = {
  title: undefined,
  sections: [],
  definitionDocuments: [],
  staleAfterSeconds: undefined,
  reloadAt: '04:00',
  problems: [],
};

const settingsWithWords = (document: unknown) => {
  const settings = parseBoardSettings(document);
  return { ...settings, problems: settings.problems.map(inEnglish) };
};

it.each([
  [undefined],
  [{}],
  [{ title: null, sections: null, staleAfterSeconds: null }],
  [{ colour: 'blue' }],
])('gives the default settings given %j', (document) => {
  expect(parseBoardSettings(document)).toEqual(defaults);
});

it('gives what is saved', () => {
  const saved = {
    title: ' Support ',
    sections: ['Now', ' Today'],
    definitionDocuments: ['dashboard-definitions-2'],
    staleAfterSeconds: 0.5,
    reloadAt: '23:59',
  };
  expect(parseBoardSettings(saved)).toEqual({
    ...saved,
    title: 'Support',
    sections: ['Now', 'Today'],
    problems: [],
  });
});

it.each([
  ['title', 5, '"title" must be text; it is 5.'],
  ['sections', 'Now', '"sections" must be a list of names; it is "Now".'],
  ['sections', { 0: 'Now' }, '"sections" must be a list of names; it is {"0":"Now"}.'],
  ['definitionDocuments', 7, '"definitionDocuments" must be a list of names; it is 7.'],
  ['staleAfterSeconds', 0, '"staleAfterSeconds" must be a number above 0; it is 0.'],
  ['staleAfterSeconds', '150', '"staleAfterSeconds" must be a number above 0; it is "150".'],
  ['reloadAt', '4:00', '"reloadAt" must be a time of day from "00:00" to "23:59"; it is "4:00".'],
  ['reloadAt', '24:00', '"reloadAt" must be a time of day from "00:00" to "23:59"; it is "24:00".'],
])('names the field, and puts its default in place, given %s of %j', (field, value, problem) => {
  expect(settingsWithWords({ [field]: value })).toEqual({ ...defaults, problems: [problem] });
});

it('uses the names of a list that holds something else too, each once', () => {
  expect(settingsWithWords({ sections: ['Now', 5, '', 'Today', 'Now'] })).toEqual({
    ...defaults,
    sections: ['Now', 'Today'],
    problems: ['"sections" must be a list of names; it is ["Now",5,"","Today","Now"].'],
  });
});

it.each([[null], [[]], ['x']])('says what the settings must be given the document %j', (document) => {
  expect(settingsWithWords(document)).toEqual({
    ...defaults,
    problems: [`The board settings must be an object; they are ${JSON.stringify(document)}.`],
  });
});
