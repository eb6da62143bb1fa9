import { useState } from 'react';

/** A choice of this person in this browser. Where nothing can be stored it holds until the page is left. */
export function useStoredFlag(name: string): readonly [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => read(name));
  return [
    value,
    (next) => {
      setValue(next);
      write(name, next);
    },
  ];
}

function read(name: string): boolean {
  try {
    return window.localStorage.getItem(name) === 'true';
  } catch {
    return false; // a browser may forbid storage
  }
}

function write(name: string, value: boolean): void {
  try {
    if (value) window.localStorage.setItem(name, 'true');
    else window.localStorage.removeItem(name);
  } catch {
    // It may be forbidden, or full.
  }
}
