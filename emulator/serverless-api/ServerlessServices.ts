import { TwilioError } from '../twilioError';
import { linksBelow, newResource, SidCounter } from './resources';
import { ServerlessService, taken } from './ServerlessService';

export interface NewService {
  readonly uniqueName: string;
  readonly friendlyName: string;
  readonly includeCredentials: boolean;
  readonly uiEditable: boolean;
}

/** On Twilio, the number in a service's domain is any. Here, the first service has this one. */
const firstDomainNumber = 1234;

/** The Serverless services of the account, in the order in which they were made. */
export class ServerlessServices {
  private readonly services = new Map<string, ServerlessService>();
  private readonly sids = new SidCounter();
  private made = 0;

  all(): readonly ServerlessService[] {
    return [...this.services.values()];
  }

  /** By SID or unique name. */
  find(sidOrName: string): ServerlessService | undefined {
    return this.all().find(({ resource }) => [resource.sid, resource.unique_name].includes(sidOrName));
  }

  /** @throws TwilioError 409 when the name is taken, 400 when Twilio takes no such name */
  add({ uniqueName, friendlyName, includeCredentials, uiEditable }: NewService): ServerlessService {
    if (!/^[\w.-]{1,50}$/.test(uniqueName)) {
      throw new TwilioError(400, 20001, 'UniqueName must be at most 50 letters, digits, hyphens and dots');
    }
    if (this.find(uniqueName)) throw taken('service', uniqueName);
    const fields = newResource('/v1/Services', this.sids.next('ZS'));
    const service = new ServerlessService(
      {
        ...fields,
        unique_name: uniqueName,
        friendly_name: friendlyName,
        include_credentials: includeCredentials,
        ui_editable: uiEditable,
        domain_base: `${uniqueName}-${firstDomainNumber + this.made}`,
        links: linksBelow(fields.url, ['environments', 'functions', 'assets', 'builds']),
      },
      this.sids,
    );
    this.made += 1;
    this.services.set(fields.sid, service);
    return service;
  }

  remove({ resource }: ServerlessService): void {
    this.services.delete(resource.sid);
  }
}
