import { createStrings } from '../../../strings/createStrings';
import { kinds } from '../../../visuals/registry';
import type { RegisteredKind } from '../../../visuals/VisualKind';
import { schemaOf, visualAs } from './visualAs';

const { text } = createStrings('en');
const kindOf = (kind: string): RegisteredKind => {
  const found = kinds.find((each) => each.kind === kind);
  if (!found) throw new Error(`There is no kind ${kind}.`);
  return found;
};
const about = { metric: { format: 'percent' }, text, firstMetric: 'first' };

it.each(kinds.map((kind) => [kind.kind, kind] as const))(
  '%s lists fields of its schema only',
  (_name, kind) => {
    const fields = (kind.form?.fields ?? []).map(({ field }) => field);
    expect(Object.keys(schemaOf(kind))).toEqual(expect.arrayContaining(fields));
  },
);

it.each(kinds.map((kind) => [kind.kind, kind] as const))('a new %s has all that it needs', (_name, kind) => {
  const visual = visualAs(kind, {}, about, undefined);
  for (const [field, { check, isRequired }] of Object.entries(schemaOf(kind)))
    if (isRequired) expect([field, check(visual[field])]).toEqual([field, undefined]);
});

describe('visualAs', () => {
  it('keeps what both kinds know, and fields that no kind knows', () => {
    const gauge = { kind: 'gauge', metric: 'level', target: 70, of_2031: 1 };
    expect(visualAs(kindOf('number'), gauge, about, kindOf('gauge'))).toEqual({
      kind: 'number',
      metric: 'level',
      of_2031: 1,
    });
  });

  it('leaves out what the kind would not take', () => {
    const wrong = { kind: 'gauge', metric: 'level', target: 'high' };
    expect(visualAs(kindOf('gauge'), wrong, about, kindOf('gauge'))).toEqual({
      kind: 'gauge',
      metric: 'level',
      target: 80,
    });
  });

  it('begins with the first metric where there was none', () => {
    expect(visualAs(kindOf('number'), { kind: 'clock' }, about, kindOf('clock'))).toEqual({
      kind: 'number',
      metric: 'first',
    });
  });
});
