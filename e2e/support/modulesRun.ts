import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pluginBuild } from '../../scripts/buildWhenChanged';

/** The files that the plugin is built of and that have functions, from the project's root, by whether the page has called any of these. */
export interface ModulesRun {
  readonly run: readonly string[];
  readonly idle: readonly string[];
}

/** From here on the page counts what it runs. */
export const countRuns = (page: Page): Promise<void> =>
  page.coverage.startJSCoverage({ resetOnNavigation: false });

/**
 * What was called since `countRuns`, file by file: the browser says which functions of the bundle were, and the source map which file
 * they come from. What stands outside of functions runs with the first file, as the builder joins many files into one module.
 */
export async function modulesRun(page: Page): Promise<ModulesRun> {
  const scripts = await page.coverage.stopJSCoverage();
  const file = join(__dirname, '..', '..', pluginBuild.output);
  const bundle = readFileSync(file, 'utf8');
  const plugin = scripts.find(({ source }) => source === bundle);
  if (!plugin) throw new Error(`${pluginBuild.output} is not among the scripts that ran.`);

  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload);
  const lineStarts = [0, ...[...bundle.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const fileAt = (offset: number): string | undefined => {
    const line = lineStarts.filter((start) => start <= offset).length - 1;
    const entry = map.findEntry(line, offset - (lineStarts[line] ?? 0));
    if (!('originalSource' in entry) || !entry.originalSource) return undefined;
    return entry.originalSource.replace(/^webpack:\/\/\/(\.\/)?/, '');
  };
  const hasRun = new Map<string, boolean>();
  for (const { ranges } of plugin.functions) {
    const [{ startOffset, endOffset, count } = { startOffset: 0, endOffset: 0, count: 0 }] = ranges;
    const name = fileAt(startOffset);
    // What holds more than one file is the builder's own.
    if (name === undefined || name !== fileAt(endOffset - 1)) continue;
    hasRun.set(name, hasRun.get(name) === true || count > 0);
  }
  const having = (wanted: boolean): readonly string[] =>
    [...hasRun].flatMap(([name, has]) => (has === wanted ? [name] : []));
  return { run: having(true), idle: having(false) };
}
