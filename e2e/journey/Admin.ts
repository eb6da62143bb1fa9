import type { DeployWorld, Outcome, RunOptions } from '../../scripts/deploy/testing/DeployWorld';
import { twilioCommands } from './twilioCommands';

/** Whoever installs the dashboard by hand: types one command after the other, in a copy of the project. */
export class Admin {
  constructor(private readonly world: DeployWorld) {}

  /** Finds the workspace, makes documents and settings; answers the question with yes. */
  setUp(...words: readonly string[]): Promise<Outcome> {
    return this.inServerless(`npm run setup -- prod ${words.join(' ')}`, { answer: 'y\n' });
  }

  deployFunctions(): Promise<Outcome> {
    return this.inServerless('npm run deploy:prod');
  }

  async deployPlugin(version: string): Promise<Outcome> {
    const outcome = await this.type(twilioCommands.deploy(version));
    await this.type('git checkout package.json');
    return outcome;
  }

  releasePlugin(version: string): Promise<Outcome> {
    return this.type(twilioCommands.release(version));
  }

  disablePlugin(): Promise<Outcome> {
    return this.type(twilioCommands.disable());
  }

  listVersions(): Promise<Outcome> {
    return this.type(twilioCommands.listVersions());
  }

  doctor(): Promise<Outcome> {
    return this.inServerless('npm run doctor -- prod');
  }

  /** Gets the code of that version, as from Git. */
  async getVersion(version: string): Promise<void> {
    const { version: before } = JSON.parse(this.world.read('package.json')) as { version: string };
    this.world.edit('package.json', `"version": "${before}"`, `"version": "${version}"`);
    const { exitCode, output } = await this.type(
      `git -c user.name=Test -c user.email=test@example.com commit --all --message "Version ${version}"`,
    );
    if (exitCode !== 0) throw new Error(output);
  }

  /** In the project's folder. */
  type(command: string, options: RunOptions = {}): Promise<Outcome> {
    // In CI the CLI sends no telemetry, looks for no newer version of itself, and asks nothing.
    return this.world.run(['sh', '-c', command], { ...options, environment: { CI: 'true' } });
  }

  private inServerless(command: string, options?: RunOptions): Promise<Outcome> {
    return this.type(`cd serverless && ${command}`, options);
  }
}
