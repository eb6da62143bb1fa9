import * as React from 'react';

/** For Flex's side navigation: four tiles, one of them filled. */
export function DashboardIcon(): React.ReactElement {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <rect x="4" y="4" width="7" height="7" rx="1" fill="currentColor" />
      <rect x="13.5" y="4" width="6.5" height="7" rx="1" />
      <rect x="4" y="13.5" width="7" height="6.5" rx="1" />
      <rect x="13.5" y="13.5" width="6.5" height="6.5" rx="1" />
    </svg>
  );
}
