import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { TextDecoder } from 'node:util';

// Every browser has it, jsdom has not.
Object.assign(window, { TextDecoder });

/** There is no layout in jsdom, so nothing ever changes its size. */
class NothingIsResized {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
window.ResizeObserver = NothingIsResized;

// What a test waits for comes in its own time on a machine that is busy.
configure({ asyncUtilTimeout: 60_000 });

// A test that makes the page complain is a failing test: React's and Paste's warnings are how misuse comes to light.
const complaints: unknown[][] = [];
beforeEach(() => {
  complaints.length = 0;
  for (const method of ['error', 'warn'] as const) {
    jest.spyOn(console, method).mockImplementation((...words: unknown[]) => void complaints.push(words));
  }
});
afterEach(() => {
  jest.restoreAllMocks();
  expect(complaints).toEqual([]);
});

// jsdom knows the element, but not how to show one; in the browser tests the real thing is at work.
HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement): void {
  this.open = true;
};
HTMLDialogElement.prototype.close = function (this: HTMLDialogElement): void {
  this.open = false;
};

// It lays nothing out, so that there is nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;
