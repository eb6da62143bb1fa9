import { spawnSync } from 'node:child_process';
import { toScript } from './testing/typeCommands';

const run = (...commands: readonly string[]) => {
  const { status, stdout } = spawnSync('bash', ['-c', toScript(commands.join('\n'))], { encoding: 'utf8' });
  return { status, stdout };
};

describe('toScript', () => {
  it('types each command in the same shell, and answers with yes', () => {
    expect(run('cd /', 'read -r ANSWER && echo "it\'s $ANSWER in \\', '$PWD"')).toEqual({
      status: 0,
      stdout: '$ cd /\n$ read -r ANSWER && echo "it\'s $ANSWER in \\\n$PWD"\nit\'s y in /\n',
    });
  });

  it.each(['(exit 7)', '(exit 7) && echo next', 'A=$(exit 7)', 'echo next | (exit 7)'])(
    'ends when this fails: %s',
    (command) => {
      expect(run(command, 'echo last')).toEqual({ status: 7, stdout: `$ ${command}\n` });
    },
  );
});
