import { readShellBlocks } from './pageSequences';

describe('readShellBlocks', () => {
  it('takes blocks of sh under their heading, indented or not, and no others', () => {
    const page = [
      '# Install',
      '',
      '1. First:',
      '',
      '   ```sh',
      '   npm ci',
      '   ```',
      '',
      '```sh by hand',
      'twilio login',
      '```',
      '',
      '## Upgrade',
      '',
      '```text',
      '# no heading',
      '```',
      '',
      '```sh',
      'npm ci',
      'npm run deploy -- prod',
      '```',
    ];
    expect(readShellBlocks(page.join('\n'))).toEqual([
      { heading: 'Install', commands: 'npm ci' },
      { heading: 'Upgrade', commands: 'npm ci\nnpm run deploy -- prod' },
    ]);
  });
});
