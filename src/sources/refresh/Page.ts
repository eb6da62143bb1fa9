/** Whether anybody can see the page. */
export interface Page {
  isHidden(): boolean;
  /** Calls back when it was hidden or shown. */
  onChange(listener: () => void): () => void;
}

export const browserPage: Page = {
  isHidden: () => document.visibilityState === 'hidden',
  onChange(listener) {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};
