import twilio from 'twilio';
import { checkAnswered } from './checkAnswered';
import { fine, note, wrong, type Finding } from './Finding';
import type { PostForm } from './postForm';
import { eventUrl } from './readAccountState';

/**
 * Posts to the Function, unsigned and, when there is an Auth Token to sign with, as TaskRouter does: an event that says
 * nothing, after which the Function collects and writes its documents.
 * @param mayWrite whether those documents are there and ours; no event is posted otherwise
 */
export async function checkFunction(
  post: PostForm,
  domain: string,
  authToken: string | undefined,
  mayWrite: boolean,
  deployCommand: string,
): Promise<readonly Finding[]> {
  const url = eventUrl(domain);
  const unsigned = checkAnswered(await post(url, {}), url, deployCommand);
  if ('kind' in unsigned) return [unsigned];
  if (unsigned.status < 300 || unsigned.body.includes('malformed-event')) {
    return [
      wrong(
        `${url} lets anybody in, not only Twilio.`,
        `Make the Function "protected" in Console > Functions, or deploy it again: ${deployCommand}`,
      ),
    ];
  }
  const refused = fine(`${url} rejects requests not signed by Twilio (${unsigned.status})`);
  if (!mayWrite) {
    return [
      refused,
      note('No event was tried, because the Function would write documents that set-up has to see to'),
    ];
  }
  if (!authToken) {
    return [refused, note('No event was tried. With TWILIO_AUTH_TOKEN set, the doctor signs and posts one')];
  }
  const event = { EventType: 'realtime-dashboard.doctor' };
  const signature = twilio.getExpectedTwilioSignature(authToken, url, event);
  const reply = await post(url, event, { 'X-Twilio-Signature': signature });
  const signed = checkAnswered(reply, url, deployCommand);
  if ('kind' in signed) return [refused, signed];
  if (signed.status === 204) {
    return [refused, fine('The Function takes an event, collects and writes: it just did, for the doctor')];
  }
  return [
    refused,
    wrong(
      `${url} answers ${signed.status} to a signed event.`,
      `TWILIO_AUTH_TOKEN may not be that of this account, or the Function is not ours. Deploy it again: ${deployCommand}`,
    ),
  ];
}
