import { account, sid } from '../account';
import { TwilioError } from '../twilioError';
import { conformanceProblems } from './conformanceProblems';

const url = 'https://serverless.twilio.com/v1/Services';
const service = {
  sid: sid('ZS', 1),
  account_sid: account.accountSid,
  unique_name: 'shop',
  friendly_name: 'The shop',
  include_credentials: true,
  ui_editable: false,
  domain_base: 'shop-1234',
  date_created: '2026-11-28T03:00:00Z',
  date_updated: '2026-11-28T03:00:00Z',
  url: `${url}/${sid('ZS', 1)}`,
  links: { builds: `${url}/${sid('ZS', 1)}/Builds` },
};
const created = (body: object) =>
  conformanceProblems({ method: 'POST', url, status: 201, body: JSON.stringify(body) });

describe('conformanceProblems', () => {
  test('finds none in an answer as Twilio describes it', () => {
    expect(created(service)).toEqual([]);
  });

  test.each([
    ['a property that is missing', { ...service, domain_base: undefined }],
    ['a property that Twilio does not have', { ...service, colour: 'blue' }],
    ['another type', { ...service, ui_editable: 'false' }],
    ['a SID of another kind', { ...service, sid: sid('ZE', 1) }],
    ['a date in another format', { ...service, date_created: 'Sat, 28 Nov 2026 03:00:00 +0000' }],
    ['a link that is no address', { ...service, links: { builds: 'Builds' } }],
  ])('finds %s', (_, body) => {
    expect(created(body)).toHaveLength(1);
  });

  test.each([
    ['a status that Twilio does not answer', { method: 'POST', url, status: 200, body: '{}' }],
    ['a path that Twilio does not have', { method: 'GET', url: `${url}/x/y`, status: 200, body: '{}' }],
    ['a body where Twilio has none', { method: 'DELETE', url: `${url}/x`, status: 204, body: '{}' }],
    ['a refusal in another shape', { method: 'GET', url, status: 404, body: '{"message":"no"}' }],
    ['a body that is not JSON', { method: 'GET', url, status: 404, body: '<html>' }],
  ])('finds %s', (_, exchange) => {
    expect(conformanceProblems(exchange)).not.toEqual([]);
  });

  test('takes a refusal of any request', () => {
    const body = JSON.stringify(new TwilioError(429, 20429, 'Too many requests'));
    expect(conformanceProblems({ method: 'GET', url, status: 429, body })).toEqual([]);
  });
});
