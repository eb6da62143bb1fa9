/** Where a deployed environment is found: by callers on Twilio's side, and on this machine. */
export interface Deployment {
  /** As Twilio names it; nobody can reach it but through the emulator. */
  readonly domain: string;
  /** `http://127.0.0.1:PORT` */
  readonly localOrigin: string;
}

export const serviceName = 'realtime-dashboard-serverless';

/** What `serverless:deploy` makes without `--environment` and without `--production`. */
export const developmentDomain = `${serviceName}-1234-dev.twil.io`;
