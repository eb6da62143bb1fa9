import { useState } from 'react';
import { browserStorage } from './safeStorage';

/** A choice of this person in this browser. Where nothing can be stored it holds until the page is left. */
export function useStoredFlag(name: string): readonly [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => browserStorage.getItem(name) === 'true');
  return [
    value,
    (next) => {
      setValue(next);
      if (next) browserStorage.setItem(name, 'true');
      else browserStorage.removeItem(name);
    },
  ];
}
