import * as React from 'react';
import { useStore } from '../../board/useStore';
import { audienceOf, type Audience } from '../../../model/board/audience';
import { boardEntry } from '../../../model/board/severalBoards';
import { useStrings } from '../../../strings/StringsContext';
import { Fields } from '../dialog/Fields';
import type { EditingModel } from '../editing/EditingModel';
import { documentsOf } from '../draft/EditingSession';

export interface BoardAudienceProps {
  readonly model: EditingModel;
  /** Of the board. */
  readonly id: string;
  /** What it is called. */
  readonly label: string;
}

/** Who a board opens for by itself: names of teams and roles, with commas between. */
export function BoardAudience({ model, id, label }: BoardAudienceProps): React.ReactElement {
  const { text } = useStrings();
  const { session } = useStore(model.state);
  const audience = audienceOf(boardEntry(documentsOf(session), id));
  const take = (part: Partial<Audience>): void => {
    const next = { ...audience, ...part };
    if (next.teams.join() !== audience.teams.join() || next.roles.join() !== audience.roles.join())
      model.do({ type: 'set-audience', id, audience: next });
  };
  const all = [...audience.teams, ...audience.roles];
  const opensFor = all.length > 0 ? text('AudienceFor', { names: all.join(', ') }) : text('AudienceEveryone');
  return (
    <details data-audience={id}>
      <summary aria-label={`${opensFor} · ${label}`}>{opensFor}</summary>
      <Fields>
        <label>
          {text('AudienceTeams')}
          <Names names={audience.teams} onNames={(teams) => take({ teams })} />
        </label>
        <label>
          {text('AudienceRoles')}
          <Names names={audience.roles} onNames={(roles) => take({ roles })} />
        </label>
      </Fields>
      <p>{text('AudienceCause')}</p>
    </details>
  );
}

/** Taken when the field is left, so that one name after another can be typed. */
function Names({
  names,
  onNames,
}: {
  readonly names: readonly string[];
  readonly onNames: (names: readonly string[]) => void;
}): React.ReactElement {
  const written = names.join(', ');
  const take = (typed: string): void =>
    onNames(
      typed
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    );
  return (
    <input
      key={written}
      dir="auto"
      defaultValue={written}
      onBlur={({ target }) => take(target.value)}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') take(currentTarget.value);
      }}
    />
  );
}
