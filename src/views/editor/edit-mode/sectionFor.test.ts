import { parseBoard } from '../../../model/board/parseBoard';
import type { Theme } from '../gallery/Template';
import { aBoard } from '../draft/testing/aBoard';
import { sectionFor } from './sectionFor';

const boardWith = (...sections: string[]) =>
  parseBoard(aBoard({ x: { section: sections[0] } }, { sections }));

it.each<[Theme, string]>([
  ['now', 'Now'],
  ['queues', 'Now'],
  ['agents', 'Agents'],
  ['volume', 'Today'],
  ['serviceLevel', 'Today'],
])('puts a metric of the theme %s into the section %s', (theme, section) => {
  expect(sectionFor(boardWith('Now', 'Today', 'Agents'), {}, theme)).toBe(section);
});

it('puts it where somebody is, or last where no section is called like it', () => {
  expect(sectionFor(boardWith('Now', 'Today'), { section: 'Today' }, 'now')).toBe('Today');
  expect(sectionFor(boardWith('A', 'B'), {}, 'now')).toBe('B');
});
