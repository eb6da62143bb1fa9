import * as React from 'react';
import type { Look, RegisteredKind, VisualKind } from './VisualKind';

/** Hides behind one type what a kind stores and reads. */
export function registerKind<V extends object, R>(kind: VisualKind<V, R>): RegisteredKind {
  const lookOf = (reading: R): Look => ({
    level: kind.levelOf(reading),
    describe: (strings) => kind.describe(reading, strings),
    tile: (setting) => <kind.Tile {...setting} reading={reading} />,
    details: (props) => <kind.Details {...props} reading={reading} />,
  });
  return {
    kind: kind.kind,
    schema: kind.schema,
    spans: kind.spans,
    picture: kind.picture,
    form: kind.form,
    sheet: kind.sheet,
    properties: kind.properties,
    open: (checked) => {
      // Its schema has just been held against it.
      const visual = checked as unknown as V;
      return {
        measures: (label) => kind.measures(visual, label),
        prepare: (context) => {
          const read = kind.prepare(visual, context);
          return (readings) => lookOf(read(readings));
        },
      };
    },
  };
}
