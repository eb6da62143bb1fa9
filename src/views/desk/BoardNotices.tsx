import * as React from 'react';
import { styled } from '../../paste/styling';
import type { Strings } from '../../strings/Strings';
import { useStrings } from '../../strings/StringsContext';
import { Disclosure } from '../../ui/Disclosure';
import type { BoardLayout, BoardProblem, BoardStatus } from '../board/boardState';
import type { ReadableStore } from '../../model/store/Store';
import { describeProblem } from '../../visuals/describeProblem';
import { mergeNotices } from '../board/mergeNotices';
import { useStore } from '../board/useStore';
import { useSelected } from '../board/useSelected';

export interface BoardNoticesProps {
  readonly layout: ReadableStore<BoardLayout>;
  readonly status: ReadableStore<BoardStatus>;
  /** What the data says of itself is about settings of the Functions, which only an admin can change. */
  readonly isAdmin: boolean;
}

const noticesIn = ({ notices }: BoardStatus): string => JSON.stringify(mergeNotices(notices));

/**
 * How many things are wrong with settings and documents and, for admins, with the data; a click says which. In the header, so that
 * no tile moves when there is one more.
 */
export function BoardNotices({ layout, status, isAdmin }: BoardNoticesProps): React.ReactElement | null {
  const strings = useStrings();
  const fromDocuments = useStore(layout).problems.flatMap((problem) =>
    problem.kind === 'board-gone' ? [] : boardProblemInWords(problem, strings),
  );
  const notices = useSelected(status, noticesIn);
  const fromData = isAdmin ? (JSON.parse(notices) as readonly string[]) : [];
  const texts = [...new Set([...fromDocuments, ...fromData])];
  if (texts.length === 0) return null;
  const words = strings.text('NoticeCount', { count: texts.length });
  return (
    <Notices>
      <Disclosure
        name={words}
        button={
          <>
            <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
              <path
                d="M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8Zm0 1.6a5.6 5.6 0 1 0 0 11.2A5.6 5.6 0 0 0 8 2.4ZM7.1 7h1.8v5H7.1Zm0-3h1.8v1.8H7.1Z"
                fill="currentColor"
                fillRule="evenodd"
              />
            </svg>
            <span className="full">{words}</span>
            <span className="short" aria-hidden="true">
              {texts.length}
            </span>
          </>
        }
      >
        <ul aria-label={strings.text('Notices')}>
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Disclosure>
    </Notices>
  );
}

/** All but what `BoardGone` says. */
function boardProblemInWords(
  problem: Exclude<BoardProblem, { kind: 'board-gone' }>,
  strings: Strings,
): string {
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
    case 'variable':
      return strings.text('VariableProblem', { problem: describeProblem(problem.problem, strings.text) });
    case 'setting':
      return strings.text('SettingProblem', { problem: describeProblem(problem.problem, strings.text) });
  }
}

const listed = (keys: readonly string[]): string =>
  keys.slice(0, 5).join(', ') + (keys.length > 5 ? ', …' : '');

const Notices = styled('div')`
  flex: none;
  svg {
    flex: none;
    width: 1em;
    height: 1em;
  }
  ul {
    display: grid;
    gap: 0.5rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
`;
