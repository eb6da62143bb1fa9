import * as React from 'react';
import { useStrings } from '../../../strings/StringsContext';
import { EditorDialog } from '../dialog/EditorDialog';
import type { GalleryDialogProps } from './GalleryDialogProps';
import { TemplateForm } from './TemplateForm';
import { TemplateGallery } from './TemplateGallery';
import { readingsOf, templateDefinitions } from './templateReadings';
import { templateOf, type TemplateKey } from './templates';
import { themes } from './themes';

/** Starting points for a metric, each with its value now; choosing one asks for its parameters, and gives a definition. */
export function GalleryDialog(props: GalleryDialogProps): React.ReactElement {
  const { moment, board, sectionOf, onChoose, onStartEmpty, onStartKind, onClose } = props;
  const { data, locale } = moment;
  const { text } = useStrings();
  const [search, setSearch] = React.useState('');
  const [chosen, setChosen] = React.useState<TemplateKey>();
  const [last, setLast] = React.useState<TemplateKey>();
  const definitions = React.useMemo(() => templateDefinitions(data, locale), [data, locale]);
  const readings = React.useMemo(() => readingsOf(definitions, moment), [definitions, moment]);
  const entries = [...definitions].map(([key, { label, definition }]) => ({
    key,
    heading: text(themes[templateOf(key).theme]),
    label,
    description: definition.description ?? '',
  }));

  return (
    <EditorDialog title={text('GalleryTitle')} onClose={onClose}>
      {chosen ? (
        <TemplateForm
          template={chosen}
          moment={moment}
          board={board}
          section={sectionOf(templateOf(chosen).theme)}
          onAdd={onChoose}
          onBack={() => setChosen(undefined)}
        />
      ) : (
        <TemplateGallery
          entries={entries}
          readings={readings}
          search={search}
          from={last}
          onSearch={setSearch}
          onChoose={(key) => {
            setChosen(key);
            setLast(key);
          }}
          onStartEmpty={onStartEmpty}
          onStartKind={onStartKind}
        />
      )}
    </EditorDialog>
  );
}
