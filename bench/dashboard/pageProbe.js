/* global document, MutationObserver, requestAnimationFrame */
// Put into the page before anything else, so that nothing of the product has to be changed to be measured.
(() => {
  const probe = {
    /** Frames that took 50 ms or more: milliseconds. */
    longFrames: [],
    commits: 0,
    tilesRendered: 0,
    isCounting: false,
    /** What draws once a second, and how far the clock is put ahead: milliseconds. */
    everySecond: [],
    ahead: 0,
    /** New data came. The time from here to `update-painted` is measured in the browser's trace. */
    arrived: () => {
      isAwaited = true;
      performance.mark('update-arrived');
    },
  };
  globalThis.benchProbe = probe;
  let isAwaited = false;
  let isPaintAwaited = false;

  // The dashboard data is longer than any other message once the board is there.
  globalThis.WebSocket = class extends WebSocket {
    constructor(...parameters) {
      super(...parameters);
      this.addEventListener('message', ({ data }) => {
        if ((data.byteLength ?? data.size ?? data.length) > 1500) probe.arrived();
      });
    }
  };

  new MutationObserver((records) => {
    if (!isAwaited || isPaintAwaited) return;
    const isTile = ({ target }) =>
      (target.nodeType === 1 ? target : target.parentElement)?.closest('[data-tile]');
    if (!records.some(isTile)) return;
    isPaintAwaited = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        performance.mark('update-painted');
        performance.clearMarks();
        isAwaited = false;
        isPaintAwaited = false;
        globalThis.benchPainted?.();
      }),
    );
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });

  new PerformanceObserver((list) =>
    list.getEntries().forEach(({ duration }) => probe.longFrames.push(duration)),
  ).observe({ type: 'long-animation-frame' });

  const propsOf = new WeakMap();
  const countTiles = (root) => {
    for (const stack = [root]; stack.length > 0;) {
      const fiber = stack.pop();
      if (fiber.sibling) stack.push(fiber.sibling);
      if (fiber.child) stack.push(fiber.child);
      if (typeof fiber.type !== 'string' || !fiber.memoizedProps['data-tile']) continue;
      if (propsOf.get(fiber.stateNode) !== fiber.memoizedProps) probe.tilesRendered += 1;
      propsOf.set(fiber.stateNode, fiber.memoizedProps);
    }
  };
  globalThis.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    checkDCE() {},
    onCommitFiberUnmount() {},
    onCommitFiberRoot(_renderer, { current }) {
      if (!probe.isCounting) return;
      probe.commits += 1;
      countTiles(current);
    },
  };

  const { setInterval } = globalThis;
  globalThis.setInterval = (call, milliseconds, ...parameters) => {
    if (milliseconds === 1000) probe.everySecond.push(call);
    return setInterval(call, milliseconds, ...parameters);
  };
  const { now } = Date;
  Date.now = () => now() + probe.ahead;
})();
