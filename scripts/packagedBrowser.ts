import { spawnSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';

export interface PackagedBrowser {
  readonly executablePath: string;
  /** With these variables it finds the libraries and fonts that came with it. */
  readonly env: Readonly<Record<string, string>>;
}

const root = join(__dirname, '..');
const keptIn = join(root, 'node_modules', '.cache', 'realtime-dashboard');

/**
 * The Chromium that npm installed, for Linux on x64, with the libraries and fonts that a machine without a desktop lacks. It is
 * unpacked once, within the project: what lies in a folder for everybody may have been put there by anybody.
 *
 * @throws Error when it cannot be unpacked, as on a full disk or where there is no `tar`
 */
export async function packagedBrowser(cache = keptIn): Promise<PackagedBrowser> {
  const packed = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..');
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string };
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) await unpack(join(packed, 'bin'), folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

/** The folder is there only when all of it is. */
async function unpack(from: string, folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  try {
    const executable = createWriteStream(join(unfinished, 'chromium'), { mode: 0o755 });
    await pipeline(createReadStream(join(from, 'chromium.br')), createBrotliDecompress(), executable);
    for (const archive of ['al2023.tar.br', 'fonts.tar.br']) untar(join(from, archive), unfinished);
    // The one that came with it names folders of another machine.
    writeFileSync(
      join(unfinished, 'fonts.conf'),
      `<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>\n`,
    );
    renameSync(unfinished, folder);
  } catch (error: unknown) {
    rmSync(unfinished, { recursive: true, force: true });
    // Somebody else has made it at the same time, which is as good.
    if (!existsSync(folder)) throw error;
  }
}

function untar(archive: string, folder: string): void {
  const input = brotliDecompressSync(readFileSync(archive));
  const { status, error, stderr } = spawnSync('tar', ['-x', '-C', folder, '--no-same-owner'], { input });
  if (status !== 0)
    throw new Error(`tar cannot unpack ${archive}: ${error?.message ?? stderr.toString().trim()}`);
}
