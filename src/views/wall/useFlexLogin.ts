import * as React from 'react';

/** What a wall can see of Flex's login, which nothing of the dashboard works without. */
export interface FlexLogin {
  /** Whether it has ended, and Flex will not renew it by itself. */
  hasEnded(): boolean;
  /** Calls back when that changes. */
  subscribe(onChange: () => void): () => void;
}

export function useFlexLogin(login: FlexLogin): { readonly hasEnded: boolean } {
  const [hasEnded, setEnded] = React.useState(() => login.hasEnded());
  React.useEffect(() => {
    const update = (): void => setEnded(login.hasEnded());
    update(); // it may have ended between the first drawing and now
    return login.subscribe(update);
  }, [login]);
  return { hasEnded };
}
