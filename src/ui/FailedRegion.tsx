import * as React from 'react';
import { useStrings } from '../strings/StringsContext';
import type { Failure } from './ErrorBoundary';
import { Button } from './Button';

export interface FailedRegionProps extends Failure {
  /** Further buttons, such as one that leads out. */
  readonly children?: React.ReactNode;
}

/** Stands where something could not be drawn: what happened, what to do, and the error for whoever looks into it. */
export function FailedRegion({ error, retry, children }: FailedRegionProps): React.ReactElement {
  const { text } = useStrings();
  return (
    <div role="alert" style={box} data-failed="">
      <h2 style={heading}>{text('FailedTitle')}</h2>
      <p style={paragraph}>{text('FailedCause')}</p>
      <div style={buttons}>
        <Button type="button" onClick={retry}>
          {text('FailedRetry')}
        </Button>
        {children}
      </div>
      <details style={paragraph}>
        <summary>{text('FailedDetails')}</summary>
        <code>{errorInWords(error)}</code>
      </details>
    </div>
  );
}

/** Anything can be thrown, even what cannot be made into text. */
export function errorInWords(error: unknown): string {
  try {
    return String(error).slice(0, 500);
  } catch {
    return typeof error;
  }
}

// No theme is needed for it: the theme may be what failed.
const box: React.CSSProperties = {
  maxWidth: '40rem',
  padding: '1rem 1.25rem',
  border: '1px solid currentColor',
  borderRadius: 8,
  fontSize: '0.875rem',
  lineHeight: 1.45,
  overflowWrap: 'anywhere',
};
const heading: React.CSSProperties = { margin: 0, fontSize: '1rem', fontWeight: 700 };
const paragraph: React.CSSProperties = { margin: '0.5rem 0 0' };
const buttons: React.CSSProperties = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0.5rem',
  marginTop: '0.75rem',
};
