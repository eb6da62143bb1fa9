import twilio from 'twilio';
import { fine, wrong, type Finding } from './Finding';
import { postForm } from './postForm';
import { eventUrl } from './readAccountState';

/**
 * Posts to the Function, unsigned and, when there is an Auth Token to sign with, as TaskRouter does: an event that says
 * nothing, after which the Function collects.
 */
export async function checkFunction(
  domain: string,
  authToken: string | undefined,
  deployCommand: string,
): Promise<readonly Finding[]> {
  const url = eventUrl(domain);
  const unsigned = await postForm(url, {});
  if ('failure' in unsigned) {
    return [
      wrong(`${url} cannot be reached (${unsigned.failure}).`, `Check the network. Else: ${deployCommand}`),
    ];
  }
  if (unsigned.status === 404) {
    return [wrong(`There is no Function at ${url}.`, `Deploy it: ${deployCommand}`)];
  }
  if (unsigned.status < 300 || unsigned.body.includes('malformed-event')) {
    return [
      wrong(
        `${url} lets anybody in, not only Twilio.`,
        `Make the Function "protected" in Console > Functions, or deploy it again: ${deployCommand}`,
      ),
    ];
  }
  const refused = fine(`${url} refuses who is not Twilio (${unsigned.status})`);
  if (!authToken) {
    return [refused, fine('Not tried: an event. Set TWILIO_AUTH_TOKEN, and the doctor signs and posts one')];
  }
  const event = { EventType: 'realtime-dashboard.doctor' };
  const signed = await postForm(url, event, {
    'X-Twilio-Signature': twilio.getExpectedTwilioSignature(authToken, url, event),
  });
  if ('failure' in signed)
    return [refused, wrong(`${url} does not answer an event (${signed.failure}).`, deployCommand)];
  if (signed.status === 204) return [refused, fine('The Function takes an event, collects and writes')];
  return [
    refused,
    wrong(
      `The Function answers ${signed.status} to an event: ${messageOf(signed.body)}`,
      adviceFor(signed.body),
    ),
  ];
}

/** The Function's own errors are `{ code, message }`, and the message says what to do. */
function messageOf(body: string): string {
  try {
    const { message } = Object(JSON.parse(body)) as { message?: unknown };
    return typeof message === 'string' ? message : body.slice(0, 300);
  } catch {
    return body.slice(0, 300);
  }
}

const adviceFor = (body: string): string =>
  body.startsWith('{')
    ? 'The message says what to do; serverless/README.md lists all of them.'
    : 'See the log of the Function in Console > Functions.';
