import { sid } from '../account';

/** The Functions as they are deployed: where callers on Twilio's side find them, and where they run here. */
export interface Deployment {
  /** As Twilio would name it; nobody can reach it but through the emulator. */
  readonly domain: string;
  /** `http://127.0.0.1:PORT` */
  readonly localOrigin: string;
  /** What `serverless:deploy` took from the `.env` file. */
  readonly variables: Readonly<Record<string, string>>;
}

export const serviceName = 'realtime-dashboard-serverless';
export const serviceSid = sid('ZS', 1);
export const environmentSid = sid('ZE', 1);
export const domainBase = `${serviceName}-1234`;

/** What `serverless:deploy` makes without `--environment` and without `--production`. */
export const developmentDomain = `${domainBase}-dev.twil.io`;
