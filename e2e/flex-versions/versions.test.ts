import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { triedFlexVersions } from './versions';

const read = (file: string): string => readFileSync(join(__dirname, '../..', file), 'utf8');

describe('the Flex UI versions that were tried', () => {
  it('are the ones that the documents name', () => {
    const named = ['README.md', 'docs/flex-versions.md'].flatMap((document) =>
      [...read(document).matchAll(/tried with (2\.[\d., and]+\d)/g)].map(([, list = '']) =>
        list.split(/, | and /),
      ),
    );
    expect(named.length).toBeGreaterThan(0);
    for (const list of named) {
      // A patch number may be left out.
      const matching = triedFlexVersions.filter((version, index) =>
        `${version}.`.startsWith(`${list[index] ?? 'missing'}.`),
      );
      expect([matching, list.length]).toEqual([triedFlexVersions, triedFlexVersions.length]);
    }
  });

  it('end with the one to develop with', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as {
      devDependencies: Record<string, string>;
    };
    expect(triedFlexVersions[triedFlexVersions.length - 1]).toBe(devDependencies['@twilio/flex-ui']);
  });
});
