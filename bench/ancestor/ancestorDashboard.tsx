/**
 * The way of this product's ancestor, as the baseline of the bench: with each update every formula is parsed anew and walked,
 * and every tile is drawn anew, as Paste components. Formulas: jsep with jse-eval.
 */
import { Box } from '@twilio-paste/core/box';
import { Card } from '@twilio-paste/core/card';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { Heading } from '@twilio-paste/core/heading';
import { Text } from '@twilio-paste/core/text';
import arrow from '@jsep-plugin/arrow';
import jseEval from 'jse-eval';
import * as React from 'react';
import { render } from 'react-dom';
import type { Metric } from '../dashboard/largeBoard';

jseEval.jsep.plugins.register(arrow);

interface Shown {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly level: 'none' | 'warning' | 'error';
}

const evaluate = ({ key, label, formula }: Metric, data: unknown): Shown => {
  const value: unknown = jseEval.evaluate(jseEval.parse(formula), { data, Math });
  const number = Number(value);
  return {
    key,
    label,
    text: String(value),
    level: number > 900 ? 'error' : number > 500 ? 'warning' : 'none',
  };
};

const backgrounds = {
  none: 'colorBackgroundBody',
  warning: 'colorBackgroundWarningWeakest',
  error: 'colorBackgroundError',
} as const;

function Tile({ shown }: { readonly shown: Shown }): React.ReactElement {
  return (
    <Box width="16%" padding="space20" data-tile={shown.key}>
      <Card>
        <Box backgroundColor={backgrounds[shown.level]} padding="space30">
          <Heading as="h3" variant="heading40">
            {shown.label}
          </Heading>
          <Text as="p" fontSize="fontSize80" fontWeight="fontWeightBold">
            {shown.text}
          </Text>
        </Box>
      </Card>
    </Box>
  );
}

function Dashboard({ metrics }: { readonly metrics: readonly Metric[] }): React.ReactElement {
  const [data, setData] = React.useState<unknown>();
  React.useEffect(() => void Object.assign(window, { showData: setData }), []);
  return (
    <Box display="flex" flexWrap="wrap">
      {data === undefined
        ? null
        : metrics.map((metric) => <Tile key={metric.key} shown={evaluate(metric, data)} />)}
    </Box>
  );
}

Object.assign(window, {
  startAncestor: (metrics: readonly Metric[]) =>
    render(
      <CustomizationProvider baseTheme="default">
        <Dashboard metrics={metrics} />
      </CustomizationProvider>,
      document.getElementById('root'),
    ),
});
