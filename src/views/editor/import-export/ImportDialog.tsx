import * as React from 'react';
import { styled, themeGet } from '../../../paste/styling';
import { newBoardId } from '../../../model/board/severalBoards';
import { useStrings } from '../../../strings/StringsContext';
import { EditorDialog } from '../dialog/EditorDialog';
import { PrimaryButton } from '../dialog/PrimaryButton';
import { decodeText } from './decodeText';
import {
  importCommand,
  likelyChoice,
  newBoardCommands,
  sizesAfter,
  type ImportChoice,
} from './importCommand';
import type { ImportDialogProps } from './ImportDialogProps';
import { ImportReport } from './ImportReport';
import { unreadInWords } from './inWords';
import { JsonFields } from './JsonFields';
import { planImport, type PlannedMetric } from './planImport';

/** Metrics from elsewhere: what they would do here is shown first, and what is wanted is done as one step. */
export function ImportDialog({
  documents,
  moment,
  title,
  onImport,
  onClose,
}: ImportDialogProps): React.ReactElement {
  const strings = useStrings();
  const { text } = strings;
  const [written, setWritten] = React.useState('');
  const [choices, setChoices] = React.useState<ReadonlyMap<string, ImportChoice>>(new Map());
  const [withSettings, setWithSettings] = React.useState(true);
  const [asNew, setAsNew] = React.useState(false);
  /** Of the new board, once somebody has typed one. */
  const [name, setName] = React.useState<string>();
  const [fileProblem, setFileProblem] = React.useState<string>();
  const field = React.useRef<HTMLTextAreaElement>(null);
  React.useEffect(() => field.current?.focus(), []);

  // The readings of the plan are those of the moment at which the text came; a report that changes each second cannot be read.
  const first = React.useRef(moment);
  const plan = React.useMemo(
    () => planImport(written, documents, first.current, asNew),
    [written, documents, asNew],
  );
  const read = 'metrics' in plan ? plan : undefined;
  const isUntouched = written === '';
  const problem =
    fileProblem ?? ('metrics' in plan || isUntouched ? undefined : unreadInWords(plan, strings));
  const choiceOf = (planned: PlannedMetric): ImportChoice =>
    choices.get(planned.key) ?? likelyChoice(planned, asNew);
  const id = React.useMemo(() => newBoardId(documents), [documents]);
  const boardName = name ?? read?.title ?? '';
  const board = { id, title: boardName.trim(), firstTitle: title };
  const commands = !read
    ? []
    : asNew
      ? newBoardCommands(read, choiceOf, board, documents)
      : [importCommand(read, choiceOf, withSettings, documents) ?? []].flat();
  const sizes = commands.length > 0 ? sizesAfter(documents, commands) : [];
  const isTooLarge = sizes.some(({ bytesLeft }) => bytesLeft < 0);
  const put = commands.find(({ type }) => type === 'put-metrics');
  const count = put?.type === 'put-metrics' ? Object.keys(put.metrics).length : 0;

  const take = (content: string): void => {
    setWritten(content);
    setChoices(new Map());
    setFileProblem(undefined);
  };
  const takeFile = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    try {
      const content = await textOf(file);
      take(content);
      if (content === '') setFileProblem(text('ExchangeFileEmpty', { name: file.name }));
    } catch (error: unknown) {
      setFileProblem(text('ExchangeFileUnread', { name: file.name, problem: String(error) }));
    }
  };

  const foot = (
    <>
      <PrimaryButton
        type="button"
        disabled={commands.length === 0 || isTooLarge || (asNew && board.title === '')}
        onClick={() => onImport(commands)}
      >
        {asNew
          ? text('BoardsAdd')
          : count > 0
            ? text('ExchangeImportCount', { count })
            : text('ExchangeImport')}
      </PrimaryButton>
      <span>{text('ExchangeUndoHint')}</span>
    </>
  );
  return (
    <EditorDialog title={text('ExchangeImportTitle')} onClose={onClose} foot={foot}>
      <JsonFields>
        <label>
          {text('ExchangePaste')}
          <textarea
            ref={field}
            rows={read ? 3 : 8}
            spellCheck={false}
            value={written}
            aria-invalid={problem !== undefined}
            onChange={({ target }) => take(target.value)}
          />
        </label>
        <label>
          {text('ExchangeFile')}{' '}
          <input
            type="file"
            accept=".json,application/json"
            onChange={({ target }) => void takeFile(target.files?.[0])}
          />
        </label>
      </JsonFields>
      <Problem role="status">{problem}</Problem>
      {read ? (
        <JsonFields>
          <fieldset>
            <legend>{text('ExchangeInto')}</legend>
            {[false, true].map((isNew) => (
              <label key={String(isNew)}>
                <input
                  type="radio"
                  name="import-into"
                  checked={asNew === isNew}
                  onChange={() => setAsNew(isNew)}
                />{' '}
                {text(isNew ? 'ExchangeNewBoard' : 'ExchangeThisBoard')}
              </label>
            ))}
          </fieldset>
          {asNew ? (
            <label>
              {text('BoardsNewName')}
              <input dir="auto" value={boardName} onChange={({ target }) => setName(target.value)} />
            </label>
          ) : null}
        </JsonFields>
      ) : null}
      {read ? (
        <ImportReport
          plan={asNew ? { ...read, settings: undefined, layout: undefined } : read}
          choiceOf={choiceOf}
          onChoose={(key, choice) => setChoices(new Map(choices).set(key, choice))}
          withSettings={withSettings}
          onSettings={setWithSettings}
          sizes={sizes}
        />
      ) : null}
    </EditorDialog>
  );
}

/** `File.text` is younger than some browsers that Flex still runs in. */
const textOf = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(decodeText(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsArrayBuffer(file);
  });

const Problem = styled('p')`
  min-height: 1.45em;
  padding-top: 0.75rem;
  color: ${themeGet('textColors.colorTextError')};
`;
