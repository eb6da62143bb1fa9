import { fireEvent, screen } from '@testing-library/react';
import * as React from 'react';
import { renderInPaste } from '../../../testing/renderInPaste';
import type { BoardDocuments } from '../../../model/board/BoardDocuments';
import { ExportDialog } from './ExportDialog';
import type { ExportSubject } from './ExportDialogProps';

const documents: BoardDocuments = {
  definitions: [
    {
      name: 'definitions',
      value: {
        a: { metric: { label: 'Ay', formula: '1' } },
        b: { metric: { label: 'Bee', formula: '2', section: 'Now' } },
      },
    },
  ],
  board: { name: 'board', value: { title: 'Floor', sections: ['Empty', 'Now'] } },
};
const show = (subject?: ExportSubject) =>
  renderInPaste(
    <ExportDialog documents={documents} onClose={() => undefined} {...(subject ? { subject } : {})} />,
  );
const shown = () =>
  JSON.parse(screen.getByLabelText<HTMLTextAreaElement>('As text').value) as { definitions: object };

it('offers the board, its sections with tiles, and every metric', () => {
  show();
  const options = [...screen.getByLabelText<HTMLSelectElement>('What').options].map(({ text }) => text);
  expect(options).toEqual(['The whole board, with its settings', 'Section Now', 'Ay', 'Bee']);
  expect(shown()).toMatchObject({ board: { title: 'Floor' } });
});

it('begins with what it was opened for, and follows the choice', () => {
  show({ kind: 'section', section: 'Now' });
  expect(Object.keys(shown().definitions)).toEqual(['b']);
  fireEvent.change(screen.getByLabelText('What'), {
    target: { value: JSON.stringify({ kind: 'metric', key: 'a' }) },
  });
  expect(Object.keys(shown().definitions)).toEqual(['a']);
});

it('copies the text', async () => {
  const copied: string[] = [];
  const writeText = (text: string): Promise<void> => Promise.resolve(void copied.push(text));
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  show();
  fireEvent.click(screen.getByText('Copy'));
  expect(await screen.findByText('Copied.')).toBeInTheDocument();
  expect(copied).toEqual([screen.getByLabelText<HTMLTextAreaElement>('As text').value]);
});

it('selects the text where the browser does not allow copying', async () => {
  const writeText = (): Promise<void> => Promise.reject(new Error('Not allowed'));
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  show();
  fireEvent.click(screen.getByText('Copy'));
  expect(await screen.findByText(/press Ctrl\+C/)).toBeInTheDocument();
  const area = screen.getByLabelText<HTMLTextAreaElement>('As text');
  expect([area.selectionStart, area.selectionEnd]).toEqual([0, area.value.length]);
});
