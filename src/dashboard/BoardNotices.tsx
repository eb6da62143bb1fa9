import * as React from 'react';
import { styled, themeGet } from '../paste/styling';
import type { Strings } from '../strings/Strings';
import { useStrings } from '../strings/StringsContext';
import type { BoardLayout, BoardProblem, BoardStatus } from './boardState';
import type { Observable } from '../model/Observable';
import { problemInWords } from '../visuals/problemInWords';
import { QuietButton } from '../ui/QuietButton';
import { useObservable } from './useObservable';

export interface BoardNoticesProps {
  readonly layout: Observable<BoardLayout>;
  readonly status: Observable<BoardStatus>;
  /** What the data says of itself is about settings of the Functions, which only an admin can change. */
  readonly isAdmin: boolean;
}

/**
 * What is wrong with settings and documents and, for admins, what the data says of itself. Each can be hidden until it says
 * something else, is gone for a while, or the view is opened again; that there are hidden ones is always to be seen.
 */
export function BoardNotices({ layout, status, isAdmin }: BoardNoticesProps): React.ReactElement | null {
  const strings = useStrings();
  const [hidden, setHidden] = React.useState<ReadonlySet<string>>(new Set());
  const fromDocuments = useObservable(layout).problems.map((problem) =>
    boardProblemInWords(problem, strings),
  );
  const { notices } = useObservable(status);
  const fromData = isAdmin ? notices.map((notice) => notice.text) : [];
  const texts = [...new Set([...fromDocuments, ...fromData])];
  const gone = [...hidden].filter((text) => !texts.includes(text));
  if (gone.length > 0) setHidden(new Set(texts.filter((text) => hidden.has(text))));
  const shown = texts.filter((text) => !hidden.has(text));
  if (texts.length === 0) return null;
  return (
    <ul aria-label={strings.text('Notices')} style={plainList}>
      {shown.map((text) => (
        <li key={text}>
          <Notice>
            <p>{text}</p>
            <QuietButton type="button" onClick={() => setHidden(new Set([...hidden, text]))}>
              {strings.text('HideNotice')}
            </QuietButton>
          </Notice>
        </li>
      ))}
      {shown.length < texts.length ? (
        <li>
          <QuietButton type="button" onClick={() => setHidden(new Set())}>
            {strings.text('ShowNotices', { count: texts.length - shown.length })}
          </QuietButton>
        </li>
      ) : null}
    </ul>
  );
}

function boardProblemInWords(problem: BoardProblem, strings: Strings): string {
  switch (problem.kind) {
    case 'definitions-missing':
      return strings.text('DefinitionsMissing', { document: problem.document });
    case 'definitions-failed':
      return strings.text('CannotBeReadCause', { document: problem.document, problem: problem.problem });
    case 'keys-taken':
      return strings.text('KeysTaken', { document: problem.document, keys: listed(problem.keys) });
    case 'settings-failed':
      return strings.text('SettingsFailed', { problem: problem.problem });
    case 'boards-failed':
      return strings.text('BoardsFailed', { problem: problem.problem });
    case 'board-missing':
      return strings.text('BoardMissing', { document: problem.document });
    case 'setting':
      return strings.text('SettingProblem', { problem: problemInWords(problem.problem, strings.text) });
  }
}

const listed = (keys: readonly string[]): string =>
  keys.slice(0, 5).join(', ') + (keys.length > 5 ? ', …' : '');

const Notice = styled.div`
  display: flex;
  justify-content: space-between;
  align-items: center;
  gap: 1rem;
  padding: 0.375rem 0.5rem 0.375rem 1rem;
  font-size: 0.875rem;
  line-height: 1.25rem;
  color: ${themeGet('textColors.colorText')};
  background: ${themeGet('backgroundColors.colorBackgroundBody')};
  border: 1px solid ${themeGet('borderColors.colorBorderWeaker')};
  border-left: 4px solid ${themeGet('borderColors.colorBorderPrimary')};
  border-radius: 6px;
`;

const plainList: React.CSSProperties = {
  display: 'grid',
  gap: '0.5rem',
  margin: 0,
  padding: 0,
  listStyle: 'none',
};
