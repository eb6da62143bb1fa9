import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pluginBuild } from '../../scripts/buildWhenChanged';

/** The files that the plugin is built of, from the project's root, by whether the page has run anything in them. */
export interface ModulesRun {
  readonly run: readonly string[];
  readonly idle: readonly string[];
}

/** From here on the page counts what it runs. */
export const countRuns = (page: Page): Promise<void> =>
  page.coverage.startJSCoverage({ resetOnNavigation: false });

/**
 * What was run since `countRuns`, file by file: the browser says which functions and blocks of the bundle were, and the source map
 * which file they come from. The builder joins many files into one module, so that modules alone would not tell.
 */
export async function modulesRun(page: Page): Promise<ModulesRun> {
  const scripts = await page.coverage.stopJSCoverage();
  const file = join(__dirname, '..', '..', pluginBuild.output);
  const bundle = readFileSync(file, 'utf8');
  const plugin = scripts.find(({ source }) => source === bundle);
  if (!plugin) throw new Error(`${pluginBuild.output} is not among the scripts that ran.`);
  const timesRun = new Uint32Array(bundle.length);
  // Ranges lie within each other; the innermost decides.
  const ranges = plugin.functions
    .flatMap((each) => each.ranges)
    .sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  for (const { startOffset, endOffset, count } of ranges) timesRun.fill(count, startOffset, endOffset);

  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload);
  const hasRun = new Map<string, boolean>();
  let offset = 0;
  bundle.split('\n').forEach((line, number) => {
    for (const { index = 0 } of line.matchAll(/[\w$]+/g)) {
      const entry = map.findEntry(number, index);
      // What the builder itself wrote comes from no file.
      if (!('originalSource' in entry) || !entry.originalSource) continue;
      const name = entry.originalSource.replace(/^webpack:\/\/\/(\.\/)?/, '');
      hasRun.set(name, hasRun.get(name) === true || (timesRun[offset + index] ?? 0) > 0);
    }
    offset += line.length + 1;
  });
  const having = (wanted: boolean): readonly string[] =>
    [...hasRun].flatMap(([name, has]) => (has === wanted ? [name] : []));
  return { run: having(true), idle: having(false) };
}
