import { defaultReloadAt } from '../../schema/defaults';
import type { BoardSettings } from '../../schema/boardSettings';
import {
  faultsIn,
  isName,
  isRecord,
  listOfNames,
  numberAbove0,
  shown,
  text,
  timeOfDay,
  type Check,
} from './fieldChecks';
import type { SettingsProblem } from './Problem';

/** The settings of a board, each as saved or its default. */
export type ParsedBoardSettings = Required<Omit<BoardSettings, 'title' | 'staleAfterSeconds'>> & {
  /** Undefined where it follows from how fast new data should come. */
  readonly staleAfterSeconds: number | undefined;
  /** Undefined for the usual heading, which each language has its own of. */
  readonly title: string | undefined;
  /** What is saved but cannot be used. */
  readonly problems: readonly SettingsProblem[];
};

const checks: Readonly<Record<keyof BoardSettings, Check>> = {
  title: text,
  sections: listOfNames,
  definitionDocuments: listOfNames,
  staleAfterSeconds: numberAbove0,
  reloadAt: timeOfDay,
};

/**
 * What is saved in the document of board settings, field by field: one that cannot be used is named, and its default stands
 * in its place. Of a list the names are used. A document that does not exist (undefined) is one without fields, and a field
 * that is null counts as absent.
 */
export function parseBoardSettings(document: unknown): ParsedBoardSettings {
  const saved = isRecord(document) ? document : {};
  const isObject = document === undefined || isRecord(document);
  const { title, sections, definitionDocuments, staleAfterSeconds, reloadAt } = saved;
  return {
    title: isName(title) ? title.trim() : undefined,
    sections: namesIn(sections),
    definitionDocuments: namesIn(definitionDocuments),
    staleAfterSeconds:
      numberAbove0(staleAfterSeconds) === undefined ? (staleAfterSeconds as number | undefined) : undefined,
    reloadAt: timeOfDay(reloadAt) === undefined ? (reloadAt as string) : defaultReloadAt,
    problems: isObject ? faultsIn(saved, checks) : [{ kind: 'settings-no-object', found: shown(document) }],
  };
}

const namesIn = (saved: unknown): readonly string[] => [
  ...new Set(Array.isArray(saved) ? saved.filter(isName).map((name) => name.trim()) : []),
];
