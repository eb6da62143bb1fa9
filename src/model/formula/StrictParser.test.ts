import jsep from 'jsep';
import { FormulaError } from './FormulaError';
import { limits } from './limits';
import { StrictParser } from './StrictParser';
import { acornTree } from './test-data/acornTree';
import { compareSyntax, formulaTree } from './test-data/compareSyntax';
import differences from './test-data/jsepDifferences.json';
import { Random } from '../../testing/Random';
import { randomSyntax } from './test-data/randomSyntax';

const tree = (text: string): unknown => {
  const ours = formulaTree(text);
  return 'tree' in ours ? ours.tree : ours;
};

function refusal(text: string): FormulaError {
  try {
    new StrictParser(text).parse();
  } catch (error: unknown) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`"${text}" was accepted`);
}

describe('where jsep reads something else than JavaScript', () => {
  const semicolons = ['a;', 'a;\n', 'a\n;'];

  test.each(differences.acceptsInvalid.filter((text) => !semicolons.includes(text)))(
    'refuses %j, which is no JavaScript',
    (text) => {
      expect(acornTree(text)).toBeUndefined();
      expect(formulaTree(text)).toHaveProperty('refused');
    },
  );

  test.each(semicolons)('accepts %j: one semicolon at the end is common and harmless', (text) => {
    expect(tree(text)).toEqual(acornTree('a'));
  });

  test.each([...differences.rejectsValid, ...differences.readsWrongly])(
    'reads %j as JavaScript does, or says it is not supported',
    (text) => {
      const ours = formulaTree(text);
      expect('refused' in ours ? ours : ours.tree).toEqual(
        'refused' in ours ? { refused: 'unsupported' } : acornTree(text),
      );
    },
  );

  test('covers all 233 differences found', () => {
    expect(Object.values(differences).flat()).toHaveLength(233);
  });
});

describe('random texts', () => {
  test('are read as acorn reads them, or refused, 25,000 times', () => {
    const random = new Random(20260131);
    const counts = { same: 0, refused: 0, unjudged: 0 };
    for (let i = 0; i < 25_000; i++) {
      const text = randomSyntax(random);
      const comparison = compareSyntax(text);
      if (typeof comparison !== 'string')
        throw new Error(`${JSON.stringify(text)} is ${comparison.difference}`);
      counts[comparison]++;
    }
    expect(counts.same).toBeGreaterThan(10_000);
    expect(counts.unjudged).toBeLessThan(25);
  });
});

describe('the work of parsing', () => {
  /** Counts every character looked at. */
  class CountingParser extends StrictParser {
    looks = 0;

    override codeAt(index: number): number {
      this.looks++;
      return super.codeAt(index);
    }
  }

  function work(text: string): number {
    const parser = new CountingParser(text);
    try {
      parser.parse();
    } catch (error: unknown) {
      expect(error).toBeInstanceOf(FormulaError);
    }
    return parser.looks;
  }

  /** Repeats a piece up to a length. */
  const fill = (piece: string, length: number): string =>
    piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

  const families: Record<string, (length: number) => string> = {
    'questions in a row': (length) => `${fill('a?a:', length)}a`,
    'templates in templates': (length) => fill('`${', length),
    'lists in lists': (length) => fill('[', length),
    'objects in objects': (length) => fill('({a:', length),
    'groups in groups': (length) => fill('(', length),
    'arrows in arrows': (length) => fill('a=>', length),
    'parameters in parameters': (length) => fill('([a=', length),
    'names and comments before a missing arrow': (length) => fill('a/* */+', length),
    'a long sum': (length) => `${fill('a+', length)}a`,
    'a long path': (length) => `a${fill('.a', length)}`,
    'a long list of parameters': (length) => `(${fill('[a,{b}],', length)}c)=>1`,
    'calls in calls': (length) => fill('f(', length),
    'minus signs': (length) => fill('- ', length),
    powers: (length) => `${fill('1**', length)}1`,
    blanks: (length) => fill(' ', length),
    'an open comment': (length) => `/*${fill('*', length)}`,
    'a long text': (length) => `'${fill('\\x41', length)}`,
    'a long number': (length) => fill('1_0', length),
    'question marks': (length) => `a${fill('?.a', length)}`,
    dots: (length) => fill('.', length),
  };

  test.each(Object.keys(families))('grows no faster than the text for %s', (name) => {
    const [one, two, four] = [1_000, 2_000, 4_000].map((length) => work(families[name]?.(length) ?? '')) as [
      number,
      number,
      number,
    ];
    expect(two).toBeLessThanOrEqual(2.5 * one);
    expect(four).toBeLessThanOrEqual(2.5 * two);
    expect(four).toBeLessThan(4_000 * 15);
  });
});

describe('limits', () => {
  test.each([
    ['groups', '(', ')'],
    ['lists', '[', ']'],
    ['minus signs', '- ', ''],
    ['templates', '`${', '}`'],
    ['powers', '1**', ''],
    ['other values', 'a?a:', ''],
  ])('reads %s nested as deep as allowed and refuses one level more', (_name, open, close) => {
    const nested = (depth: number): string => `${open.repeat(depth)}a${close.repeat(depth)}`;
    expect(tree(nested(limits.nesting - 1))).toHaveProperty('type');
    expect(refusal(nested(limits.nesting + 1)).code).toBe('too-deep');
  });
});

describe('jsep itself', () => {
  test('is left as it is: no operator, literal or plugin is added', () => {
    new StrictParser('((x) => ({ a: typeof x ?? `${x}` }))').parse();
    expect(jsep.binary_ops).not.toHaveProperty('=>');
    expect(jsep.unary_ops).not.toHaveProperty('typeof');
    expect(Object.keys(jsep.plugins.registered)).toEqual(['ternary']);
  });

  test('cannot change a formula, whatever other code registers there', () => {
    jsep.addBinaryOp('@', 9);
    jsep.addLiteral('data', 'stolen');
    try {
      expect(refusal('1 @ 2').code).toBe('syntax');
      expect(tree('data')).toMatchObject({ type: 'Identifier', name: 'data' });
    } finally {
      jsep.removeBinaryOp('@');
      jsep.removeLiteral('data');
    }
  });
});

describe('refusals', () => {
  test.each([
    ['', 'empty', 0, 0, 'The formula is empty.'],
    ['  // nothing', 'empty', 0, 0, 'The formula is empty.'],
    ['a b', 'syntax', 2, 3, 'Unexpected "b". Is an operator missing before it?'],
    ['a +', 'syntax', 3, 3, 'The formula ends too early. Expected a value.'],
    ['f(a', 'syntax', 3, 3, 'The formula ends too early. Expected ")".'],
    ['[1 2]', 'syntax', 3, 4, 'Unexpected "2". Expected "]".'],
    ['({a:1 b})', 'syntax', 6, 7, 'Unexpected "b". Expected "}".'],
    ['a ? b', 'syntax', 5, 5, 'The formula ends too early. Expected ":" and the other value of "?".'],
    ['a ?? b || c', 'syntax', 7, 9, '?? cannot stand beside || without parentheses: write (a ?? b) || c.'],
    [
      '-2 ** 2',
      'syntax',
      0,
      5,
      'Write (-x) ** y or -(x ** y): without parentheses it is not clear which is meant.',
    ],
    ['“a”', 'syntax', 0, 1, 'This quote is typographic: write a straight one, ".'],
    ['a – b', 'syntax', 2, 3, 'This is a dash: write the minus sign of the keyboard, -.'],
    ['a\u200b', 'syntax', 1, 2, 'An invisible character stands here (a zero-width space): delete it.'],
    ['a \u0000', 'syntax', 2, 3, 'Unexpected character U+0000.'],
    ['a 😀', 'syntax', 2, 4, 'Unexpected "😀".'],
    ["'a", 'syntax', 0, 2, "This text does not end. Close it with '"],
    ['`a', 'syntax', 0, 1, 'This text does not end. Close it with `'],
    ['/* a', 'syntax', 0, 2, 'This comment does not end. Close it with */'],
    ["'\\u00'", 'syntax', 1, 6, 'This escape is not complete. Write \\x41, \\u0041 or \\u{41}.'],
    ['1__0', 'syntax', 2, 3, 'A digit is missing here.'],
    ['3px', 'syntax', 0, 2, 'A name cannot begin with a digit, and nothing may follow a number directly.'],
    ['017', 'unsupported', 0, 3, 'A number may not begin with 0. For an octal number write 0o17.'],
    ['1n', 'unsupported', 1, 2, 'A formula has no BigInt: leave out the "n".'],
    ["'\\101'", 'unsupported', 1, 3, 'Octal escapes are not supported. Write \\x41 or \\u0041.'],
    ['a = 1', 'unsupported', 2, 3, 'A formula cannot assign with "=". To compare, write ===.'],
    ['data.x = 1', 'unsupported', 7, 8, 'A formula cannot change data. To compare, write ===.'],
    ['a += 1', 'unsupported', 2, 4, 'A formula cannot assign with +=.'],
    [
      'a++',
      'unsupported',
      1,
      3,
      'A formula cannot change values with ++. Put a space between the signs if two are meant.',
    ],
    [
      'new Date()',
      'unsupported',
      0,
      3,
      'A formula cannot make objects with "new". For a time, write Date.parse(text) or Date.now().',
    ],
    ['return a', 'unsupported', 0, 6, 'A formula is the value itself: leave "return" out.'],
    ['a; b', 'syntax', 3, 4, 'A formula is one expression: nothing may follow ";".'],
    [
      '/a/.test(b)',
      'unsupported',
      0,
      1,
      "A formula has no regular expressions. Write text.includes('…'), text.startsWith('…') or text.endsWith('…').",
    ],
    ['async (x) => x', 'unsupported', 0, 5, 'A formula cannot wait: leave "async" out.'],
    [
      '(x) => { x }',
      'unsupported',
      7,
      10,
      'Between { and } only "return" and a value can stand. For an object write ({ … }).',
    ],
    [
      'a.b => 1',
      'syntax',
      4,
      6,
      'Before => only a name or parameters in parentheses can stand, as in (q) => q.',
    ],
    ['(a, a) => a', 'syntax', 4, 5, 'Two parameters are named "a".'],
    [
      '(...a, b) => a',
      'syntax',
      1,
      5,
      'Only the last parameter can begin with "...", with no comma after it.',
    ],
    ['({ __proto__: a })', 'blocked', 3, 12, 'No key can be named "__proto__".'],
    ['x\n=> x', 'syntax', 2, 4, '=> must stand on the same line as what is before it.'],
  ])('refuse %j with the code %s at %d to %d', (text, code, start, end, message) => {
    const error = refusal(text as string);
    expect({ code: error.code, start: error.start, end: error.end, message: error.message }).toEqual({
      code,
      start,
      end,
      message,
    });
  });
});
