import { join } from 'node:path';
import { SetupProblem } from '../../serverless/setup/SetupProblem';
import { run } from '../../serverless/setup/terminal';
import { Commands } from './Commands';
import { deploy } from './deploy';
import { Progress } from './Progress';
import { CommandLineEnd, usage } from '../commandLine';
import { rootCommands } from '../rootCommands';
import { readDeployOptions } from './readDeployOptions';

const exitCodeOfInterruption = 130;

/** Runs the command for whoever typed it; what stops it is told in words. */
export function runDeploy(root: string): void {
  const progress = new Progress(process.stdout);
  const commands = new Commands(root, new Date());
  let isInterrupted = false;
  const endInterrupted = (): void => {
    console.error('\nInterrupted. Run the command again: it goes on from here.');
    process.exit(exitCodeOfInterruption);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      isInterrupted = true;
      // A command that runs is waited for, as package.json has to be put back then.
      if (!commands.interrupt(signal)) endInterrupted();
    });
  }
  const help = `${rootCommands.deploy.purpose}\n${usage(rootCommands.deploy)}`;
  run(help, async (words) => {
    try {
      const options = readDeployOptions(words, process.env);
      // Set-up reads the environment's file where it runs.
      process.chdir(join(root, 'serverless'));
      return await deploy(options, root, commands, progress);
    } catch (error: unknown) {
      if (isInterrupted) endInterrupted();
      if (error instanceof CommandLineEnd) throw new SetupProblem(error.message);
      throw error;
    }
  });
}
