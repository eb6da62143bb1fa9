import packageJson from '../../package.json';

const { name } = packageJson;

/** Every command of the Twilio CLI that a person types: README and docs show these and no others, and the journey runs each. */
export const twilioCommands = {
  deploy: (version: string) =>
    `twilio flex:plugins:deploy --version ${version} --changelog "Realtime Dashboard"`,
  release: (version: string) =>
    `twilio flex:plugins:release --plugin ${name}@${version} --name "Realtime Dashboard ${version}" --description "Realtime Dashboard"`,
  listVersions: () => `twilio flex:plugins:list:plugin-versions --name ${name}`,
  disable: () =>
    `twilio flex:plugins:release --disable-plugin ${name} --name "Realtime Dashboard off" --description "Realtime Dashboard"`,
} as const;

/** A command without what may differ from one time to the next: versions, and the texts that people read. */
export const kindOfCommand = (command: string): string =>
  command
    .trim()
    .replace(/"([\w@$.-]+)"/g, '$1')
    .replace(/\$VERSION|\bOLD\b|\bNEW\b|\b\d+\.\d+\.\d+\b/g, 'VERSION')
    .replace(/--(name|description|changelog) "[^"]*"/g, '--$1 TEXT');
