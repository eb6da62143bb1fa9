import { screen } from '@testing-library/react';
import * as React from 'react';
import { renderInPaste } from '../../../testing/renderInPaste';
import { FixedChoices } from './FixedChoices';

it('fixes nothing for a choice that is called as what all objects have', () => {
  const variable = {
    name: 'constructor',
    type: 'list' as const,
    title: 'Shift',
    default: 'Day',
    several: false,
    choices: ['Day', 'Night'],
    chosen: 'Day',
  };
  renderInPaste(
    <FixedChoices variables={[variable]} fixed={undefined} data={{}} onChange={() => undefined} />,
  );
  expect(screen.getByLabelText('Shift')).toHaveValue('');
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toHaveLength(3);
});
