const { existsSync, readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');

const ours = readFileSync(path.join(__dirname, '../LICENSE'), 'utf8').trim();

/** The terms of a licence for packages that name it and do not bring its text. Ours is MIT. */
const terms = {
  MIT: ours.slice(ours.indexOf('Permission is hereby granted')),
  ISC: [
    'Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby',
    'granted, provided that the above copyright notice and this permission notice appear in all copies.',
    '',
    'THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL',
    'IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,',
    'INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN',
    'ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF',
    'THIS SOFTWARE.',
  ].join('\n'),
};

/** The folder of the package that a file belongs to; undefined for files of our own. */
function packageFolderOf(file) {
  if (!file.includes(`${path.sep}node_modules${path.sep}`)) return undefined;
  for (
    let folder = path.dirname(file);
    path.basename(folder) !== 'node_modules';
    folder = path.dirname(folder)
  ) {
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
  return undefined;
}

/** What a package asks to have in every copy: its own file where it has one, or else what it says of itself. */
function noticeOf(folder) {
  const { name, version, license, author, homepage } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)([.-]|$)/i.test(file));
  const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  const copyright = `Copyright (c) ${(author && (author.name || author)) || `the authors of ${name}`}`;
  const ofItself = [`License: ${license}`, homepage, copyright, terms[license]];
  const text = texts.length > 0 ? texts.join('\n\n') : ofItself.filter(Boolean).join('\n\n');
  return `${name} ${version}\n\n${text}\n`;
}

/**
 * The notices of all packages of which a bundle has modules, sorted.
 * @param files paths of the modules of the bundle
 */
exports.noticesOf = (files) => {
  const folders = new Set(files.map(packageFolderOf).filter(Boolean));
  const notices = new Set([...folders].map(noticeOf));
  return [...notices].sort();
};

const line = `\n${'-'.repeat(80)}\n\n`;

/** Writes the notices of what a bundle contains into the file that goes with it: `BUNDLE.js.LICENSE.txt`. */
exports.NoticesPlugin = class {
  apply(compiler) {
    compiler.hooks.emit.tap('NoticesPlugin', (compilation) => {
      // Modules that were joined into one keep what they were.
      const modules = compilation.modules.flatMap((module) => module.modules || [module]);
      const files = modules.map(({ resource }) => resource).filter(Boolean);
      const text = [`Realtime Dashboard for Twilio Flex\n\n${ours}\n`, ...exports.noticesOf(files)].join(
        line,
      );
      for (const bundle of Object.keys(compilation.assets).filter((name) => name.endsWith('.js'))) {
        compilation.assets[`${bundle}.LICENSE.txt`] = {
          source: () => text,
          size: () => Buffer.byteLength(text),
        };
      }
    });
  }
};
