import { useEffect, useState } from 'react';

/** Whether a value has stayed the same for so many milliseconds; the first one has. */
export function useSettled(value: unknown, milliseconds: number): boolean {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled === value;
}
