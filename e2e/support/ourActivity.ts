import type { Page } from '@playwright/test';

/** What the plugin has under way in a page. Whatever was begun with the plugin's file on the stack counts as the plugin's. */
export interface Activity {
  /** `interval 1000`, `timeout`, `frame`: those that wait, in the order of the alphabet. */
  readonly timers: readonly string[];
  /** Open or opening. */
  readonly sockets: number;
  /** All requests since the page was loaded. */
  readonly requests: number;
}

/** As text: what compiles this file for Node.js may add to functions what a page does not have. */
const meter = `{
  Error.stackTraceLimit = 100;
  const isOurs = () => /\\/plugins\\/FV\\w+\\/bundle\\.js/.test(new Error().stack);
  const timers = new Map();
  const sockets = new Set();
  let requests = 0;
  const count = () => { if (isOurs()) requests += 1; };
  window.ourActivity = () => ({ timers: [...timers.values()].sort(), sockets: sockets.size, requests });

  const { setTimeout, setInterval, requestAnimationFrame } = window;
  window.setTimeout = (callback, delay, ...rest) => {
    const timer = setTimeout((...values) => { timers.delete(timer); callback(...values); }, delay, ...rest);
    if (isOurs()) timers.set(timer, 'timeout');
    return timer;
  };
  window.setInterval = (callback, delay, ...rest) => {
    const timer = setInterval(callback, delay, ...rest);
    if (isOurs()) timers.set(timer, 'interval ' + delay);
    return timer;
  };
  window.requestAnimationFrame = (callback) => {
    const frame = requestAnimationFrame((time) => { timers.delete('frame ' + frame); callback(time); });
    if (isOurs()) timers.set('frame ' + frame, 'frame');
    return frame;
  };
  for (const clear of ['clearTimeout', 'clearInterval']) {
    const native = window[clear];
    window[clear] = (timer) => { timers.delete(timer); native(timer); };
  }
  const { cancelAnimationFrame, fetch } = window;
  window.cancelAnimationFrame = (frame) => { timers.delete('frame ' + frame); cancelAnimationFrame(frame); };

  window.WebSocket = class extends WebSocket {
    constructor(...parameters) {
      super(...parameters);
      if (!isOurs()) return;
      sockets.add(this);
      this.addEventListener('close', () => sockets.delete(this));
    }
  };
  window.fetch = (...parameters) => { count(); return fetch.apply(window, parameters); };
  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (...parameters) { count(); return send.apply(this, parameters); };
}`;

/** To be called before the page is loaded. */
export const watchOurActivity = (page: Page): Promise<void> =>
  page.addInitScript({ content: meter }).then(() => undefined);

export const ourActivity = (page: Page): Promise<Activity> =>
  page.evaluate(() => (window as unknown as { ourActivity(): Activity }).ourActivity());
