import { account } from '../account';
import { TwilioError } from '../twilioError';

type Json = Readonly<Record<string, unknown>>;

/** Fields that Twilio gives and nobody sets. */
const fixed = ['account_sid', 'flex_instance_sid', 'date_created', 'date_updated'] as const;

/**
 * The account's one Flex Configuration. An update replaces each property that it names as a whole, however deep the
 * value is, and leaves the others as they are; so whoever changes one entry of `ui_attributes` has to send all of it.
 */
export class FlexConfiguration {
  private resource: Json;

  constructor(
    {
      customData,
      uiVersion,
      serverlessServiceSids,
    }: {
      /** Becomes `ui_attributes.custom_data`; left out, there is none, as on a fresh account. */
      readonly customData?: Json | undefined;
      /** The version of Flex UI that the account uses, such as `2.17.1`. */
      readonly uiVersion: string;
      /** The services that plugins are deployed to; none before the first deployment. */
      readonly serverlessServiceSids: readonly string[] | null;
    },
    private readonly now: () => number = Date.now,
  ) {
    this.resource = {
      account_sid: account.accountSid,
      flex_instance_sid: account.flexInstanceSid,
      taskrouter_workspace_sid: account.workspaceSid,
      date_created: this.time(),
      date_updated: this.time(),
      markdown: { enabled: false, mode: 'readOnly' },
      notifications: { enabled: false, mode: 'whenNotInFocus' },
      ui_version: uiVersion,
      ui_dependencies: {},
      plugin_service_enabled: true,
      serverless_service_sids: serverlessServiceSids,
      ui_attributes: { version_compatibility: 'yes', ...(customData ? { custom_data: customData } : {}) },
    };
  }

  read(): Json {
    return this.resource;
  }

  /** @throws TwilioError 400 when the body is no object or does not name the account */
  update(body: unknown): Json {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      throw new TwilioError(400, 20001, 'The body is not a JSON object');
    }
    const { account_sid: accountSid, ...changes } = body as Record<string, unknown>;
    if (accountSid !== account.accountSid) {
      throw new TwilioError(400, 20001, 'account_sid is missing or names another account');
    }
    for (const field of fixed) delete changes[field];
    // A copy, as the wire would make one.
    const copy = JSON.parse(JSON.stringify(changes)) as Json;
    this.resource = { ...this.resource, ...copy, date_updated: this.time() };
    return this.resource;
  }

  private time(): string {
    return new Date(this.now()).toISOString().replace(/\.\d+Z$/, 'Z');
  }
}
