import { act, render, screen } from '@testing-library/react';
import * as React from 'react';
import { useWakeLock } from './useWakeLock';

function Screen(): React.ReactElement {
  return <p>{useWakeLock()}</p>;
}

interface Lock {
  released: boolean;
  release(): Promise<void>;
}

/** The browser's side: hands out locks, or refuses. */
function browserWith(request: () => Promise<Lock>): void {
  Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
}

function lockOf(locks: Lock[]): Lock {
  const lock: Lock = {
    released: false,
    release: () => {
      lock.released = true;
      return Promise.resolve();
    },
  };
  locks.push(lock);
  return lock;
}

const settle = (): Promise<void> => act(async () => Promise.resolve());
const becomeVisible = async (): Promise<void> => {
  document.dispatchEvent(new Event('visibilitychange'));
  await settle();
};

afterEach(() => {
  Reflect.deleteProperty(navigator, 'wakeLock');
});

it('holds the screen awake, and lets go at the end', async () => {
  const locks: Lock[] = [];
  browserWith(() => Promise.resolve(lockOf(locks)));
  const { unmount } = render(<Screen />);
  await settle();
  expect(screen.getByText('held')).toBeInTheDocument();
  unmount();
  expect(locks.map(({ released }) => released)).toEqual([true]);
});

it('asks again when the page is seen again, because the browser let go meanwhile, and not before', async () => {
  const locks: Lock[] = [];
  browserWith(() => Promise.resolve(lockOf(locks)));
  render(<Screen />);
  await settle();
  await becomeVisible();
  expect(locks).toHaveLength(1);
  await locks[0]?.release();
  await becomeVisible();
  expect(locks).toHaveLength(2);
});

it('lets go of a lock that comes after the end', async () => {
  const locks: Lock[] = [];
  browserWith(() => Promise.resolve(lockOf(locks)));
  render(<Screen />).unmount();
  await settle();
  expect(locks.map(({ released }) => released)).toEqual([true]);
});

it('is unavailable given a browser that refuses, or that has no such thing', async () => {
  browserWith(() => Promise.reject(new Error('Battery saver')));
  render(<Screen />);
  await settle();
  expect(screen.getByText('unavailable')).toBeInTheDocument();
  Reflect.deleteProperty(navigator, 'wakeLock');
  render(<Screen />);
  expect(screen.getAllByText('unavailable')).toHaveLength(2);
});
