import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { EventCallback, Step } from './Plan';
import { SetupProblem } from './SetupProblem';

/** What was there before one run of a command changed it; one file for each run. */
export interface Backup {
  readonly version: 1;
  readonly account_sid: string;
  /** ISO 8601 */
  readonly taken_at: string;
  readonly command: 'setup' | 'remove';
  readonly event_callback?: EventCallback;
  /** null where there was no such entry. */
  readonly custom_data?: Readonly<Record<string, unknown>>;
  /** By unique name; null where there was no such document. */
  readonly documents?: Readonly<Record<string, unknown>>;
}

/** One run's file. */
export interface BackupFile {
  readonly path: string;
  /** Adds what a step is about to replace. */
  keep(step: Step): void;
}

/** There is no file before there is something to keep, and nothing in it that was not about to be replaced. */
export function createBackup(
  folder: string,
  accountSid: string,
  command: Backup['command'],
  now: Date,
): BackupFile {
  const takenAt = now.toISOString();
  const file = path.join(folder, `${accountSid}-${takenAt.replace(/[:.]/g, '-')}.json`);
  const steps: Step[] = [];
  return {
    path: file,
    keep(step) {
      steps.push(step);
      const backup: Backup = {
        version: 1,
        account_sid: accountSid,
        taken_at: takenAt,
        command,
        ...replacedBy(steps),
      };
      const text = `${JSON.stringify(backup, null, 2)}\n`;
      mkdirSync(folder, { recursive: true });
      // A callback URL of another app may hold a secret of its own, so only this user may read it.
      const options = { mode: 0o600, flag: 'wx' } as const;
      if (steps.length > 1) {
        // In one go, so that no moment is without a backup.
        writeFileSync(`${file}.new`, text, options);
        renameSync(`${file}.new`, file);
      } else writeFileSync(file, text, options);
    },
  };
}

function replacedBy(steps: readonly Step[]): Pick<Backup, 'event_callback' | 'custom_data' | 'documents'> {
  const documents: Record<string, unknown> = {};
  const custom: Record<string, unknown> = {};
  let callback: EventCallback | undefined;
  for (const step of steps) {
    if (step.kind === 'event-callback') callback = step.before;
    else if (step.kind === 'custom-data') Object.assign(custom, step.before);
    else if (step.kind !== 'environment-file' && step.kind !== 'delete-history')
      documents[step.name] = step.kind === 'create-document' ? null : step.before;
  }
  return {
    ...(callback ? { event_callback: callback } : {}),
    ...(Object.keys(custom).length > 0 ? { custom_data: custom } : {}),
    ...(Object.keys(documents).length > 0 ? { documents } : {}),
  };
}

/**
 * What was there before the account's first set-up since its last removal.
 * @throws SetupProblem when a file cannot be read
 */
export function originalState(
  folder: string,
  accountSid: string,
): Pick<Backup, 'event_callback' | 'custom_data' | 'documents'> {
  const backups = readBackups(folder, accountSid);
  const removed = backups.map(({ command }) => command).lastIndexOf('remove');
  const since = backups.slice(removed + 1).reverse();
  const callback = since.map(({ event_callback }) => event_callback).filter((found) => found !== undefined);
  return {
    event_callback: callback.at(-1),
    // The oldest comes last, and wins.
    custom_data: Object.assign({}, ...since.map(({ custom_data }) => custom_data)) as Record<string, unknown>,
    documents: Object.assign({}, ...since.map(({ documents }) => documents)) as Record<string, unknown>,
  };
}

/** Oldest first. */
function readBackups(folder: string, accountSid: string): readonly Backup[] {
  let files: string[];
  try {
    files = readdirSync(folder);
  } catch {
    return [];
  }
  return files
    .filter((file) => file.startsWith(`${accountSid}-`) && file.endsWith('.json'))
    .sort()
    .map((file) => {
      try {
        return JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Backup;
      } catch {
        throw new SetupProblem(
          `The backup ${path.join(folder, file)} cannot be read. Repair it, or move it away.`,
        );
      }
    });
}
