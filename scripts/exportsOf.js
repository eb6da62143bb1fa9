const { readFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * webpack 4 and jest 27 do not know the `exports` of a package. Here they are, read from the package itself: what one may
 * import to the file that it stands for. Patterns (`./languages/*`) are left out.
 */
exports.exportsOf = (name) => {
  const folder = join(__dirname, '..', 'node_modules', name);
  const { exports: entries } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return Object.fromEntries(
    Object.entries(entries)
      .filter(([entry]) => !entry.includes('*'))
      .map(([entry, file]) => [name + entry.slice(1), join(folder, file)]),
  );
};
