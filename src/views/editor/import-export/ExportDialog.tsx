import * as React from 'react';
import { Button } from '../../../ui/Button';
import { labelOf, sectionsOf, tilesOf } from '../../../model/board/Board';
import { parseBoard } from '../../../model/board/parseBoard';
import { useStrings } from '../../../strings/StringsContext';
import { EditorDialog } from '../dialog/EditorDialog';
import { PrimaryButton } from '../dialog/PrimaryButton';
import type { ExportDialogProps, ExportSubject } from './ExportDialogProps';
import { exportText } from './exportText';
import { JsonFields } from './JsonFields';

/** A metric, a section or the whole board as text, to be copied or kept as a file. */
export function ExportDialog({ documents, subject, onClose }: ExportDialogProps): React.ReactElement {
  const { text } = useStrings();
  const board = parseBoard(documents);
  const sections = sectionsOf(board).filter((section) => tilesOf(board, section).length > 0);
  const subjects: readonly (readonly [ExportSubject, string])[] = [
    [{ kind: 'board' }, text('ExchangeBoard')],
    ...sections.map(
      (section) => [{ kind: 'section', section }, text('ExchangeSection', { section })] as const,
    ),
    ...[...board.metrics.keys()].map((key) => [{ kind: 'metric', key }, labelOf(board, key)] as const),
  ];
  const [chosen, setChosen] = React.useState(() => JSON.stringify(subject ?? { kind: 'board' }));
  const [outcome, setOutcome] = React.useState<'copied' | 'not-copied'>();
  const found = subjects.find(([one]) => JSON.stringify(one) === chosen)?.[0];
  const content = exportText(documents, found ?? subject ?? { kind: 'board' });
  const first = React.useRef<HTMLSelectElement>(null);
  const area = React.useRef<HTMLTextAreaElement>(null);
  React.useEffect(() => first.current?.focus(), []);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(content);
      setOutcome('copied');
    } catch {
      // Browsers and policies may forbid it; then it is selected for whoever copies by hand.
      area.current?.select();
      setOutcome('not-copied');
    }
  };
  const foot = (
    <>
      <PrimaryButton type="button" onClick={() => void copy()}>
        {text('ExchangeCopy')}
      </PrimaryButton>
      <Button type="button" onClick={() => download(content)}>
        {text('ExchangeDownload')}
      </Button>
      <span role="status">
        {outcome === 'copied' ? text('ExchangeCopied') : outcome ? text('ExchangeNotCopied') : null}
      </span>
    </>
  );
  return (
    <EditorDialog title={text('ExchangeExportTitle')} onClose={onClose} foot={foot}>
      <JsonFields>
        <label>
          {text('ExchangeWhat')}
          <select
            ref={first}
            value={chosen}
            onChange={({ target }) => {
              setChosen(target.value);
              setOutcome(undefined);
            }}
          >
            {subjects.map(([one, name]) => (
              <option key={JSON.stringify(one)} value={JSON.stringify(one)}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text('ExchangeText')}
          <textarea ref={area} readOnly rows={16} spellCheck={false} value={content} />
        </label>
      </JsonFields>
    </EditorDialog>
  );
}

function download(content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'realtime-dashboard.json';
  link.click();
  URL.revokeObjectURL(url);
}
