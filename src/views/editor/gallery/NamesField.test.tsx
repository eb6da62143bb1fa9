import { fireEvent, screen } from '@testing-library/react';
import * as React from 'react';
import { renderInPaste } from '../../../testing/renderInPaste';
import { NamesField } from './NamesField';

const queues = Array.from({ length: 200 }, (_, index) => `${index % 2 ? 'Sales' : 'Billing'} ${index}`);

function Field({ names }: { names: readonly string[] }): React.ReactElement {
  const [chosen, setChosen] = React.useState<readonly string[]>(names.slice(0, 1));
  return <NamesField label="Queues" names={names} chosen={chosen} isWrong={false} onChange={setChosen} />;
}
const boxes = (): readonly HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>('.names-list input'),
];
const check = (name: string): void => void fireEvent.click(screen.getByLabelText(name));

it('takes all of 200 queues at once, or all that a search finds', () => {
  renderInPaste(<Field names={queues} />);
  fireEvent.change(screen.getByLabelText('Search'), { target: { value: 'sales' } });
  expect(boxes()).toHaveLength(100);
  check('All matches (100)');
  expect(screen.getByRole('status')).toHaveTextContent('101 of 200 selected');
  fireEvent.change(screen.getByLabelText('Search'), { target: { value: '' } });
  check('All (200)');
  expect(screen.getByRole('status')).toHaveTextContent('200 of 200 selected');
  check('All (200)');
  expect(boxes().some(({ checked }) => checked)).toBe(false);
});

it('does without a search for a few', () => {
  renderInPaste(<Field names={['Billing', 'Sales']} />);
  expect(screen.queryByLabelText('Search')).toBeNull();
  check('Sales');
  expect(screen.getByRole('status')).toHaveTextContent('2 of 2 selected');
});
