import * as React from 'react';
import type { StoredChoice } from '../../schema/boardDocuments';
import { readLimit } from '../../model/metric/readLimit';
import { useStrings } from '../../strings/StringsContext';
import { Button } from '../../ui/Button';

export interface NumberChoiceProps {
  readonly title: string;
  readonly value: StoredChoice | undefined;
  readonly onChoose: (value: number) => void;
}

/** A number that takes effect when somebody says so: on the way to 120 nobody wants to see 1 and 12. */
export function NumberChoice({ title, value, onChoose }: NumberChoiceProps): React.ReactElement {
  const { text } = useStrings();
  const [typed, setTyped] = React.useState(value === undefined ? '' : String(value));
  const [isUnread, setUnread] = React.useState(false);
  return (
    <form
      style={{ display: 'flex', alignItems: 'end', gap: '0.5rem' }}
      onSubmit={(event) => {
        event.preventDefault();
        const read = readLimit(typed);
        setUnread(typeof read !== 'number');
        if (typeof read === 'number') onChoose(read);
      }}
    >
      <label style={{ display: 'grid', gap: '0.25rem' }}>
        {title}
        <input
          inputMode="decimal"
          value={typed}
          aria-invalid={isUnread}
          onChange={({ target }) => setTyped(target.value)}
          style={{ width: '7rem', height: '2.25rem', boxSizing: 'border-box' }}
        />
        {isUnread ? <span role="alert">{text('TypedNumber')}</span> : null}
      </label>
      <Button type="submit">{text('ChoiceApply')}</Button>
    </form>
  );
}
