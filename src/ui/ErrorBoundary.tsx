import * as React from 'react';
import { FailedRegion } from './FailedRegion';

export interface ErrorBoundaryProps {
  /** Stands in place of what failed. @default a message with a button that tries again */
  readonly fallback?: (failure: Failure) => React.ReactNode;
  /** When this is another value than before, what failed is drawn anew: with other data it may work. */
  readonly resetOn?: unknown;
  /** Draws anew by itself after so many milliseconds, where nobody is there to press a button. */
  readonly retryAfter?: number;
  readonly children: React.ReactNode;
}

export interface Failure {
  readonly error: unknown;
  readonly retry: () => void;
}

interface State {
  readonly failed: { readonly error: unknown } | undefined;
}

/** Keeps an error of what it holds to itself: without it, React would take all of Flex away. */
export class ErrorBoundary extends React.Component<ErrorBoundaryProps, State> {
  override state: State = { failed: undefined };
  private waiting: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(error: unknown): State {
    return { failed: { error } };
  }

  override componentDidCatch(): void {
    const { retryAfter } = this.props;
    if (retryAfter !== undefined) this.waiting = setTimeout(this.retry, retryAfter);
  }

  override componentDidUpdate({ resetOn }: ErrorBoundaryProps): void {
    if (this.state.failed && resetOn !== this.props.resetOn) this.retry();
  }

  override componentWillUnmount(): void {
    clearTimeout(this.waiting);
  }

  private readonly retry = (): void => {
    clearTimeout(this.waiting);
    this.setState({ failed: undefined });
  };

  override render(): React.ReactNode {
    const { failed } = this.state;
    const { fallback, children } = this.props;
    if (!failed) return children ?? null;
    const failure = { error: failed.error, retry: this.retry };
    return fallback ? fallback(failure) : <FailedRegion {...failure} />;
  }
}
