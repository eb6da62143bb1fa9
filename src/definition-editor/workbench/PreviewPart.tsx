import * as React from 'react';

export type PreviewPartName = 'states' | 'data' | undefined;

/** One of the parts below the tile, of which one is open at the most: each has the room to itself. */
export function PreviewPart({
  title,
  name,
  open,
  onOpen,
  children,
}: {
  readonly title: string;
  readonly name: PreviewPartName;
  readonly open: PreviewPartName;
  readonly onOpen: (name: PreviewPartName) => void;
  readonly children: React.ReactNode;
}): React.ReactElement {
  const toggle = (event: React.MouseEvent): void => {
    event.preventDefault();
    onOpen(name === open ? undefined : name);
  };
  return (
    <details open={name === open}>
      <summary onClick={toggle}>{title}</summary>
      {children}
    </details>
  );
}
