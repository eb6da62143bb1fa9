import * as React from 'react';

/** Whether a value has stayed the same for so many milliseconds; the first one has. */
export function useSettled(value: unknown, milliseconds: number): boolean {
  const [settled, settle] = React.useState(value);
  React.useEffect(() => {
    const timer = setTimeout(() => settle(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled === value;
}
