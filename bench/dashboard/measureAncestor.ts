import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/findBrowser';
import { ChangingData, metricsOf, type Metric } from './largeBoard';
import { PageMeter, type Cost, type ProbedWindow } from './PageMeter';

export interface AncestorMeasured {
  readonly tiles: number;
  readonly fast: Cost;
  readonly tilesRendered: number;
}

type AncestorWindow = ProbedWindow & {
  startAncestor(metrics: readonly Metric[]): void;
  showData(data: unknown): void;
};

/** The ancestor's way alone on a page, without Flex; data is handed to it directly, so that it need not even pay for Sync. */
export async function measureAncestor(
  sizes: readonly number[],
  updates: number,
  say: (line: string) => void,
): Promise<readonly AncestorMeasured[]> {
  const folder = join(__dirname, '..');
  const outfile = join(folder, 'node_modules', '.cache', 'ancestorDashboard.js');
  await build({
    entryPoints: [join(folder, 'ancestor', 'ancestorDashboard.tsx')],
    outfile,
    bundle: true,
    minify: true,
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'window' },
    logLevel: 'error',
  });
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: [...args] });
  try {
    const measured: AncestorMeasured[] = [];
    for (const tiles of sizes) {
      say(`${tiles} tiles, the ancestor's way: 10 updates a second`);
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.addInitScript({ path: join(__dirname, 'pageProbe.js') });
      await page.route('http://ancestor.test/', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><div id="root"></div>' }),
      );
      await page.goto('http://ancestor.test/');
      await page.addScriptTag({ path: outfile });
      await page.evaluate(
        (metrics) => (window as unknown as AncestorWindow).startAncestor(metrics),
        metricsOf(tiles),
      );
      const data = new ChangingData(tiles);
      const update = (): Promise<void> => {
        data.change();
        return page.evaluate((text) => {
          const page = window as unknown as AncestorWindow;
          // The browser does not count as scripting what a debugger calls.
          setTimeout(() => {
            page.benchProbe.arrived();
            page.showData(JSON.parse(text));
          });
        }, JSON.stringify(data.toDocument()));
      };
      for (let warm = 0; warm < 20; warm += 1) await update();
      const meter = await PageMeter.attach(page);
      const fast = await meter.cost(updates, 10, update);
      const { tiles: tilesRendered } = await meter.rendered(5, update);
      measured.push({ tiles, fast, tilesRendered });
      await page.close();
    }
    return measured;
  } finally {
    await browser.close();
  }
}
