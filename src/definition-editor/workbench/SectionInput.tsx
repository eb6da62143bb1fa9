import * as React from 'react';

/** Takes effect when it is left or on Enter, so that no section is made of each letter. */
export function SectionInput({
  section,
  sections,
  onChange,
}: {
  readonly section: string;
  readonly sections: readonly string[];
  readonly onChange: (section: string) => void;
}): React.ReactElement {
  const [typed, setTyped] = React.useState<string>();
  const settle = (): void => {
    if (typed !== undefined && typed.trim() !== section) onChange(typed.trim());
    setTyped(undefined);
  };
  return (
    <>
      <input
        list="workbench-sections"
        dir="auto"
        value={typed ?? section}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
      />
      <datalist id="workbench-sections">
        {sections.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
