import { TwilioError } from '../../twilioError';

/** Whether an item's data matches a query. */
export type Matches = (data: object) => boolean;

/** Both have to stay below these, as Twilio's error pages say. */
export const operatorLimit = 30;
export const elementLimit = 30;

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string };

const comparisons = ['eq', 'not_eq', 'in', 'not_in', 'contains'] as const;
type Comparison = (typeof comparisons)[number];

const signs: Readonly<Record<string, string>> = { '==': 'eq', '!=': 'not_eq', '&&': 'and', '||': 'or' };

/**
 * Reads the language of live queries: `data.activity_name == "Break" AND data.team_sid IN ["QO1", "QO2"]`. Values are texts in double
 * quotes; AND binds closer than OR. The empty query matches everything.
 *
 * @throws TwilioError 400 with 54507 (not the language), 54509 (too many operators) or 54510 (too many elements in a list)
 */
export function parseQuery(query: string): Matches {
  const tokens = tokensOf(query);
  if (tokens.length === 0) return () => true;
  let place = 0;
  let operators = 0;

  const wrong = (): TwilioError => new TwilioError(400, 54507, 'Invalid query');
  const isSign = (text: string): boolean => {
    const token = tokens[place];
    return token?.kind === 'sign' && token.text === text;
  };
  const take = (text: string): void => {
    if (!isSign(text)) throw wrong();
    place += 1;
  };
  const text = (): string => {
    const token = tokens[place];
    if (token?.kind !== 'text') throw wrong();
    place += 1;
    return token.text;
  };
  const operator = (names: readonly string[]): string | undefined => {
    const token = tokens[place];
    const name =
      token?.kind === 'text' ? undefined : token && (signs[token.text] ?? token.text.toLowerCase());
    if (name === undefined || !names.includes(name)) return undefined;
    place += 1;
    operators += 1;
    return name;
  };
  const list = (): readonly string[] => {
    take('[');
    const texts = [text()];
    while (isSign(',')) {
      place += 1;
      texts.push(text());
    }
    take(']');
    if (texts.length >= elementLimit)
      throw new TwilioError(400, 54510, `Too many elements in an array: ${texts.length}`);
    return texts;
  };
  const comparison = (): Matches => {
    if (isSign('(')) {
      place += 1;
      const inside = either();
      take(')');
      return inside;
    }
    const token = tokens[place];
    if (token?.kind !== 'word' || !/^data(\.[\w-]+)+$/.test(token.text)) throw wrong();
    place += 1;
    const path = token.text.split('.').slice(1);
    const name = operator(comparisons) as Comparison | undefined;
    if (name === undefined) throw wrong();
    const wanted = name === 'in' || name === 'not_in' ? list() : [text()];
    return (data) => compare(name, valueAt(data, path), wanted);
  };
  const both = (): Matches => {
    const parts = [comparison()];
    while (operator(['and'])) parts.push(comparison());
    return (data) => parts.every((matches) => matches(data));
  };
  const either = (): Matches => {
    const parts = [both()];
    while (operator(['or'])) parts.push(both());
    return (data) => parts.some((matches) => matches(data));
  };

  const matches = either();
  if (place < tokens.length) throw wrong();
  if (operators >= operatorLimit)
    throw new TwilioError(400, 54509, `Too many operators in a query: ${operators}`);
  return matches;
}

function tokensOf(query: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = /\s*(?:"((?:[^"\\]|\\.)*)"|([\w.-]+)|(==|!=|&&|\|\||[[\](),]))/y;
  const end = query.trimEnd().length;
  while (pattern.lastIndex < end) {
    const found = pattern.exec(query);
    if (!found) throw new TwilioError(400, 54507, 'Invalid query');
    const [, text, word, sign] = found;
    if (text !== undefined) tokens.push({ kind: 'text', text: text.replace(/\\(.)/g, '$1') });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  return tokens;
}

function valueAt(data: object, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    data,
  );
}

function compare(name: Comparison, value: unknown, wanted: readonly string[]): boolean {
  const isIn = typeof value === 'string' && wanted.includes(value);
  switch (name) {
    case 'eq':
    case 'in':
      return isIn;
    case 'not_eq':
    case 'not_in':
      return !isIn;
    case 'contains':
      // Of a list its elements, of a text its parts.
      return (Array.isArray(value) || typeof value === 'string') && value.includes(wanted[0] ?? '');
  }
}
