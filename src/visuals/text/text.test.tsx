import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createStrings } from '../../strings/createStrings';
import { lookOf } from '../../testing/aBoardOfTiles';
import { renderInPaste } from '../../testing/renderInPaste';

describe('text', () => {
  it('says an announcement at its level', () => {
    const look = lookOf({ kind: 'text', text: ' Website down. \n', level: 'critical' });
    expect(look.describe(createStrings('en')).sentence).toBe('Tile, Website down., Critical');
    expect(look.level).toBe('critical');
  });

  it('shows markup as the text that it is', () => {
    renderInPaste(lookOf({ kind: 'text', text: '<b>Team</b> meeting' }).tile({ tile: 't', size: 'wide' }));
    expect(screen.getByText('<b>Team</b> meeting')).toBeInTheDocument();
  });

  it('opens to the whole text', () => {
    const onClose = jest.fn();
    const long = 'Read the outage script. '.repeat(20).trim();
    renderInPaste(
      lookOf({ kind: 'text', text: long }).details({
        definition: undefined,
        collectedAt: undefined,
        now: 0,
        timeZone: undefined,
        onClose,
      }),
    );
    expect(screen.getByRole('dialog', { name: 'Tile' })).toHaveTextContent(long);
    userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('needs no data', () => {
    const look = lookOf({ kind: 'text', text: 'Hello' }, {}, { data: undefined });
    expect(look.describe(createStrings('en')).sentence).toBe('Tile, Hello');
  });
});
