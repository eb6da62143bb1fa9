import { csvOf } from './csv';

it('quotes what has commas or quotes, and leaves gaps empty', () => {
  expect(
    csvOf([
      ['time', 'Fri 27, Nov'],
      ['09:15', 3.5],
      ['09:30', undefined],
      ['a "b"', null],
    ]),
  ).toBe('time,"Fri 27, Nov"\r\n09:15,3.5\r\n09:30,\r\n"a ""b""",\r\n');
});

it('lets no text be taken for a formula by a spreadsheet', () => {
  expect(csvOf([['=1+1', '-5', -5]])).toBe("'=1+1,'-5,-5\r\n");
});
